import Vapor

func routes(_ app: Application) throws {
    app.get("admin") { req -> String in
        // ruleid: auth/role-from-cookie
        guard req.cookies["role"]?.string == "admin" else { throw Abort(.forbidden) }
        return "x"
    }
    app.get("theme") { req -> String in
        // ok: auth/role-from-cookie
        guard req.cookies["theme"]?.string == "dark" else { return "light" }
        return "dark"
    }
}
