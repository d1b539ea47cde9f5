import Hummingbird

// Functions that register on what they are given, which files of a module call without an import.

func addNotices(to group: RouterGroup<AppContext>) {
    // route: POST /members/notices authenticated
    group.post("notices") { _, _ in "x" }
}

func boards(_ builder: some RouterMethods<AppContext>, store: Store) {
    // route: POST /open/boards open
    builder.post("boards") { _, _ in "x" }
}

struct Desks {
    func register(on group: RouterGroup<AppContext>) {
        // route: POST /members/desks authenticated
        group.post("desks") { _, _ in "x" }
    }
}

/// Sends strangers to a page where they sign in, whatever that is called.
struct DoorMiddleware<Context: AuthRequestContext>: RouterMiddleware {
    let door: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard context.identity != nil else {
            return .redirect(to: "\(door)?from=\(request.uri)", type: .found)
        }
        return try await next(request, context)
    }
}

/// Only the language is chosen here.
struct TongueMiddleware<Context: AuthRequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.headers[.acceptLanguage] != nil else { return .redirect(to: "/en", type: .found) }
        return try await next(request, context)
    }
}
