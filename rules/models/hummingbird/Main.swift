import Hummingbird
import HummingbirdRouter

/// The type of the program, whose attribute has the name of its method.
@main
struct LibraryApp {
    static func main() async throws {
        let shelves = ShelfRoutes(database: database)
        let router = RouterBuilder(context: AppContext.self) {
            // route: GET /about open
            Get("about") { _, _ in "x" }
            RouteGroup("loans") {
                KeyMiddleware(database: database)
                // route: POST /loans authenticated
                Post { _, _ in "x" }
                BookController(database: database)
                shelves.routes
            }
        }
        let reports = router.group("reports")
        AuditRoutes().register(router.group("audits"))
        reports.addRoutes(ReportController().endpoints, atPath: "daily")
        try await Application(router: router).runService()
    }
}

struct KeyMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard let header = request.headers[.authorization] else { throw HTTPError(.unauthorized) }
        return try await next(request, context)
    }
}

/// Lists its routes in its body.
struct BookController: RouterController {
    var body: some RouterMiddleware<AppContext> {
        RouteGroup("books") {
            // route: DELETE /loans/books/:id authenticated
            Delete(":id") { _, _ in "x" }
        }
    }
}

struct ShelfRoutes {
    @RouteBuilder var routes: some RouterMiddleware<AppContext> {
        // route: PUT /loans/shelves authenticated
        Put("shelves") { _, _ in "x" }
    }
}

struct ReportController {
    var endpoints: RouteCollection<AppContext> {
        let routes = RouteCollection(context: AppContext.self)
        // route: POST /reports/daily/run open
        routes.post("run") { _, _ in "x" }
        return routes
    }
}

struct AuditRoutes {
    func register(_ group: RouterGroup<AppContext>) {
        // route: POST /audits open
        group.post { _, _ in "x" }
    }
}
