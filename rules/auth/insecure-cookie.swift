import Hummingbird
import Vapor

func login(response: Response, token: String) {
    // ruleid: auth/insecure-cookie
    response.cookies["session"] = .init(string: token)
    // ruleid: auth/insecure-cookie
    response.cookies["auth_token"] = HTTPCookies.Value(string: token, isSecure: true, isHTTPOnly: true)
    // ruleid: auth/insecure-cookie
    response.setCookie(.init(name: "session", value: token))
    // ok: auth/insecure-cookie
    response.cookies["session"] = .init(string: token, isSecure: true, isHTTPOnly: true, sameSite: .lax)
    // ok: auth/insecure-cookie
    response.cookies["theme"] = .init(string: "dark")
    // ok: auth/insecure-cookie
    response.setCookie(.init(name: "session", value: token, secure: true, httpOnly: true, sameSite: .lax))
    // ok: auth/insecure-cookie
    response.cookies["session"] = nil
}
