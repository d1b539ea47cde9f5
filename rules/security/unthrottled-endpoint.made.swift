import Hummingbird

struct AuthController {
    let storage: any PersistDriver

    private func limit(_ policy: AttemptPolicy) -> RateLimitMiddleware {
        RateLimitMiddleware(policy: policy, storage: storage)
    }

    private func traced(_ label: TraceLabel) -> TraceMiddleware {
        TraceMiddleware(label: label)
    }

    func addRoutes(to router: Router<AppRequestContext>) {
        // ok: security/unthrottled-endpoint
        router.group("auth").add(middleware: limit(.loginByAddress)).post("login", use: login)
        // ruleid: security/unthrottled-endpoint
        router.group("auth").add(middleware: traced(.registration)).post("register", use: register)
    }

    @Sendable func login(_ request: Request, context: AppRequestContext) async throws -> String { "x" }
    @Sendable func register(_ request: Request, context: AppRequestContext) async throws -> String { "x" }
}
