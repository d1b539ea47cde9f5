import JWT
import JWTKit
import Vapor

func claims(token: String, signers: JWTSigners, keys: JWTKeyCollection, req: Request) async throws {
    // ruleid: auth/jwt-unverified
    let a = try signers.unverified(token, as: SessionClaims.self)
    // ruleid: auth/jwt-unverified
    let b = try await keys.unverified(token, as: SessionClaims.self)
    // ruleid: auth/jwt-unverified
    signers.use(.none)
    // ok: auth/jwt-unverified
    let c = try signers.verify(token, as: SessionClaims.self)
    // ok: auth/jwt-unverified
    let d = try await req.jwt.verify(as: SessionClaims.self)
    // ok: auth/jwt-unverified
    signers.use(.hs256(key: "key"))
    print(a, b, c, d)
}

extension JWTSigners {
    func decode<Claims: JWTPayload>(_ message: String, as type: Claims.Type) throws -> Claims {
        // ok: auth/jwt-unverified
        try self.unverified(message, as: type)
    }
}
