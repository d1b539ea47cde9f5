import Hummingbird
import HummingbirdAuth

struct NoteController {
    func addRoutes(to router: some RouterMethods<AppContext>, weather: Weather) {
        router
            // route: PUT /notes/auth authenticated
            .put("auth") { request, context in
                let user = try context.requireIdentity()
                return user
            }
            // route: POST /notes open
            .post { _, _ in "x" }
            // The token is one that the handler has made for the caller.
            // route: POST /notes/owners unknown
            .post("owners") { request, context in
                let body = try await request.decode(as: NewOwner.self, context: context)
                do {
                    let (owner, jwt) = try await self.create(name: body.name, password: body.password)
                    return Answer(owner: owner, token: Token(jwt: jwt))
                } catch let error as OwnerError {
                    throw HTTPError(.unauthorized, message: error.message)
                }
            }
    }
}

struct StatusController {
    func registerRoutes(on group: RouterGroup<AppContext>) {
        // route: POST /status/reset open
        group.post("reset") { _, _ in "x" }
    }
}

struct TagController {
    var endpoints: RouteCollection<AppContext> {
        return RouteCollection(context: AppContext.self)
            // route: POST /tags open
            .post { _, _ in "x" }
            // route: DELETE /tags/:id open
            .delete(":id") { _, _ in "x" }
    }
}
