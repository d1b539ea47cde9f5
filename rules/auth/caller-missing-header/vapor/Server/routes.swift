import Vapor

func routes(_ app: Application) throws {
    app.get("status") { req in "ok" }
    let protected = app.grouped(UserToken.authenticator(), User.guardMiddleware())
    protected.get("teams") { req in [Team]() }
    protected.post("teams", ":teamID", "members") { req in HTTPStatus.created }
}
