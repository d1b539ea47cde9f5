import Hummingbird

struct PriceService {
    struct Request {
        var item: Int
    }

    // ok: structure/http-in-service
    func price(for request: Request) -> Int { request.item }

    // ruleid: structure/http-in-service
    func caller(in context: BasicRequestContext) -> Int { context.id.count }

    // ruleid: structure/http-in-service
    func path(in context: some RequestContext) -> String { context.endpointPath ?? "" }

    // ok: structure/http-in-service
    func total(in context: PriceContext) -> Int { context.total }
}
