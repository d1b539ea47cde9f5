import Hummingbird
import HummingbirdAuth

func build() -> some ApplicationProtocol {
    let router = Router(context: AppRequestContext.self)
    router.get("/health") { _, _ in HTTPResponse.Status.ok }
    router.group("api").add(middleware: BearerAuthenticator()).add(middleware: IsAuthenticatedMiddleware())
        .get("todos") { _, _ in [Todo]() }
        .delete("todos/:id") { _, _ in HTTPResponse.Status.ok }
    return Application(router: router)
}
