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
