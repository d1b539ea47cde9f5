import Fluent

struct CartService {
    let orders: any OrderRepository

    func carts(of user: User, on database: any Database) async throws -> [Cart] {
        // ok: structure/sql-outside-repository
        let open = try await orders.open(for: user)
        // ruleid: structure/sql-outside-repository
        return try await Cart.query(on: database).filter(\.$order.$id ~~ open.map(\.id)).all()
    }
}
