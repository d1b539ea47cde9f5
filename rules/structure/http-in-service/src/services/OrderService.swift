import Vapor

struct OrderService {
    // ruleid: structure/http-in-service
    func place(_ req: Request) async throws -> Order {
        try await insert(try req.content.decode(NewOrder.self))
    }

    // ruleid: structure/http-in-service
    func report(year: Int, on req: Request) async throws -> [Order] { [] }

    // ok: structure/http-in-service
    func `for`(_ req: Request) -> Self { Self(database: req.db) }

    // ok: structure/http-in-service
    func insert(_ order: NewOrder) async throws -> Order { Order(order) }

    // ok: structure/http-in-service
    func send(_ request: URLRequest) async throws -> ClientResponse { try await client.send(request) }
}
