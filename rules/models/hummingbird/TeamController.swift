import Hummingbird

/// Each of its methods registers on the router that it is given itself.
struct TeamController {
    func addRoutes(to group: RouterGroup<AppContext>) {
        // route: POST /teams open
        group.post { _, _ in "x" }
    }

    func addInvitationRoutes(to group: RouterGroup<AppContext>) {
        // route: DELETE /invitations/{id} authenticated
        group.delete("{id}") { _, _ in "x" }
    }
}
