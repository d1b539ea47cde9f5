import Crypto
import Vapor

func webhook(req: Request) throws -> HTTPStatus {
    let secret = Environment.get("WEBHOOK_SECRET")
    // ruleid: auth/timing-unsafe-compare
    guard req.headers.first(name: "X-Webhook-Secret") == secret else { throw Abort(.unauthorized) }
    let signature = req.headers["X-Signature"].first
    let expected = HMAC<SHA256>.authenticationCode(for: Data(), using: key).hex
    // ruleid: auth/timing-unsafe-compare
    if signature != expected { throw Abort(.unauthorized) }
    // ruleid: auth/timing-unsafe-compare
    return req.headers.bearerAuthorization?.token == secret ? .ok : .unauthorized
}

func fine(req: Request, user: User) throws -> HTTPStatus {
    let signature = req.headers.first(name: "X-Signature")
    // ok: auth/timing-unsafe-compare
    if signature == nil || signature == "" { throw Abort(.unauthorized) }
    // ok: auth/timing-unsafe-compare
    guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: body, using: key) else {
        throw Abort(.unauthorized)
    }
    // ok: auth/timing-unsafe-compare
    if req.headers.first(name: .contentType) == user.contentType { return .ok }
    // ok: auth/timing-unsafe-compare
    return user.token == user.previousToken ? .ok : .unauthorized
}

func find(req: Request) async throws -> Device? {
    let content = try req.content.decode(Device.Input.self)
    return try await Device.query(on: req.db)
        // ok: auth/timing-unsafe-compare
        .filter(\.$token == content.token)
        .first()
}

func register(req: Request) async throws {
    let deviceToken = try req.content.get(String.self, at: "deviceToken")
    // ok: auth/timing-unsafe-compare
    if user.deviceToken != deviceToken { user.deviceToken = deviceToken }
}

func save(req: Request) throws {
    let expectedToken = req.session.data["token"]
    let form = try req.content.decode(Form.self)
    // ok: auth/timing-unsafe-compare
    guard expectedToken == form.csrfToken else { throw Abort(.badRequest) }
}

func profile(req: Request) throws {
    let userIdFromToken = try id(in: req.headers.bearerAuthorization)
    // ok: auth/timing-unsafe-compare
    let isOwner = userIdFromToken == user?.stringId()
}

func keyed(req: Request) throws {
    // ruleid: auth/timing-unsafe-compare
    guard req.headers.first(name: "X-API-Key") == Environment.get("ACCESS") else { throw Abort(.unauthorized) }
    // ok: auth/timing-unsafe-compare
    guard req.headers.first(name: "X-Mode") == Environment.get("MODE") else { throw Abort(.badRequest) }
}

struct KeyAuthenticator: AsyncBearerAuthenticator {
    let apiToken: String

    func authenticate(bearer: BearerAuthorization, for request: Request) async throws {
        // ruleid: auth/timing-unsafe-compare
        guard bearer.token == apiToken else { return }
        request.auth.login(Machine())
    }
}

struct PartnerGate: AsyncMiddleware {
    let shared: String

    func respond(to request: Request, chainingTo next: any AsyncResponder) async throws -> Response {
        // ok: auth/timing-unsafe-compare
        let partner = try database.pluck(partners.where(secret == request.headers.first(name: "X-Partner-Secret")!))
        if let sent = request.headers.first(name: "X-Partner-Secret") {
            // ruleid: auth/timing-unsafe-compare
            if sent != shared { throw Abort(.forbidden) }
        }
        let page = request.headers.first(name: "X-Page-Token") ?? ""
        // ok: auth/timing-unsafe-compare
        if page == shared { return try await last(partner) }
        // ruleid: auth/timing-unsafe-compare
        guard "Bearer \(jobToken)" == request.headers.first(name: "Authorization")! else { throw Abort(.forbidden) }
        return try await next.respond(to: request)
    }
}
