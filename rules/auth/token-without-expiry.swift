import JWT
import Vapor

struct Endless: JWTPayload {
    var sub: SubjectClaim
    func verify(using signer: JWTSigner) throws {}
}

struct Limited: JWTPayload {
    var sub: SubjectClaim
    var exp: ExpirationClaim
    func verify(using signer: JWTSigner) throws { try exp.verifyNotExpired() }
}

func sign(req: Request, user: User, other: any JWTPayload) throws -> [String] {
    // ruleid: auth/token-without-expiry
    let a = try req.jwt.sign(Endless(sub: .init(value: user.name)))
    let claims = Endless(sub: .init(value: user.name))
    // ruleid: auth/token-without-expiry
    let b = try req.jwt.sign(claims)
    // ok: auth/token-without-expiry
    let c = try req.jwt.sign(Limited(sub: .init(value: user.name), exp: .init(value: .distantFuture)))
    // ok: auth/token-without-expiry
    let d = try req.jwt.sign(other)
    return [a, b, c, d]
}

func store(_ email: String, _ token: String, in db: Database) throws {
    // ruleid: auth/token-without-expiry
    try db.execute(sql: "INSERT INTO reset_tokens (email, token) VALUES (?, ?)", arguments: [email, token])
    // ok: auth/token-without-expiry
    try db.execute(sql: "INSERT INTO reset_tokens (email, token, expires_at) VALUES (?, ?, ?)", arguments: [email, token, later])
}
