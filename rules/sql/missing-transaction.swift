import Fluent
import Vapor

func checkout(_ req: Request) async throws -> Order {
    let order = try req.content.decode(Order.self)
    try await order.create(on: req.db)
    // ruleid: sql/missing-transaction
    try await Cart.query(on: req.db).filter(\.$user.$id == order.userID).delete()
    return order
}

func together(_ req: Request, order: Order, cart: Cart) async throws {
    try await req.db.transaction { database in
        try await order.create(on: database)
        // ok: sql/missing-transaction
        try await cart.delete(on: database)
    }
}

func given(_ database: any Database, order: Order, cart: Cart) async throws {
    try await order.create(on: database)
    // ok: sql/missing-transaction
    try await cart.delete(on: database)
}

func branches(_ req: Request, order: Order, exists: Bool) async throws {
    if exists {
        try await order.update(on: req.db)
    } else {
        // ok: sql/missing-transaction
        try await order.create(on: req.db)
    }
}

func loop(_ req: Request, orders: [Order]) async throws {
    for order in orders {
        // ok: sql/missing-transaction
        try await order.create(on: req.db)
    }
}
