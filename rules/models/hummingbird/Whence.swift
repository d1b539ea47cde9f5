import Hummingbird

enum StoreError: Error {
    case unauthorized(String)
    case missing
}

/// Where a request says that it comes from proves nothing.
struct OriginMiddleware<Context: RequestContext>: RouterMiddleware {
    let allowed: Set<String>

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin], allowed.contains(origin) else {
            throw HTTPError(.forbidden, message: "Comes from elsewhere")
        }
        return try await next(request, context)
    }
}

/// What others throw is worded, and nobody is turned away.
struct StoreErrors<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as StoreError {
            throw switch error {
            case .unauthorized(let reason): HTTPError(.internalServerError, message: reason)
            case .missing: HTTPError(.notFound)
            }
        }
    }
}

struct LateErrors<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is StoreError {
            throw HTTPError(.unauthorized)
        }
    }
}

/// What is verified on the way may turn strangers away.
struct TokenMiddleware<Context: RequestContext>: RouterMiddleware {
    let keys: Keys

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            try await keys.verify(request.headers.bearer)
            return try await next(request, context)
        } catch {
            throw HTTPError(.unauthorized)
        }
    }
}

func placed() -> some ApplicationProtocol {
    let router = Router()
    let shops = router.group("shops").add(middleware: OriginMiddleware(allowed: ["https://example.com"]))
    // route: POST /shops open
    shops.post { _, _ in "made" }
    let stalls = router.group("stalls").add(middleware: StoreErrors()).add(middleware: LateErrors())
    // route: POST /stalls open
    stalls.post { _, _ in "made" }
    let vaults = router.group("vaults").add(middleware: TokenMiddleware(keys: Keys()))
    // route: POST /vaults authenticated
    vaults.post { _, _ in "made" }
    return Application(router: router)
}
