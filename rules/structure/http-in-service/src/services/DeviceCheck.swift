import Vapor

struct DeviceCheck: Middleware {
    // ok: structure/http-in-service
    func respond(to request: Request, chainingTo next: any Responder) -> EventLoopFuture<Response> {
        next.respond(to: request)
    }

    // ruleid: structure/http-in-service
    func device(of request: Request) -> String? { request.headers.first(name: "X-Device") }
}
