import Crypto
import CryptoSwift
import Vapor

func digests(password: String, user: User, input: Login, salt: String) throws -> [Any] {
    // ruleid: auth/weak-password-hash
    let a = SHA256.hash(data: Data(password.utf8))
    // ruleid: auth/weak-password-hash
    let b = Insecure.MD5.hash(data: Data((salt + user.password).utf8))
    // ruleid: auth/weak-password-hash
    let c = Insecure.SHA1.hash(data: input.password.data(using: .utf8)!)
    // ruleid: auth/weak-password-hash
    let d = password.sha256()
    var hasher = SHA512()
    // ruleid: auth/weak-password-hash
    hasher.update(data: Data(password.utf8))
    let salted = "\(salt)\(password)"
    // ruleid: auth/weak-password-hash
    let e = SHA384.hash(data: Data(salted.utf8))
    return [a, b, c, d, hasher, e]
}

func fine(password: String, file: Data, resetToken: String, user: User, req: Request) throws -> [Any] {
    // ok: auth/weak-password-hash
    let a = try Bcrypt.hash(password)
    // ok: auth/weak-password-hash
    let b = SHA256.hash(data: file)
    // ok: auth/weak-password-hash
    let c = SHA256.hash(data: Data(resetToken.utf8))
    // ok: auth/weak-password-hash
    let d = try req.password.hash(password)
    // ok: auth/weak-password-hash
    let e = Insecure.MD5.hash(data: Data(user.email.utf8))
    return [a, b, c, d, e]
}
