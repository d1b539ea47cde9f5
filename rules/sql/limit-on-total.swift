import Fluent
import SQLKit

func totals(_ req: Request, id: UUID) async throws -> Summary {
    // ruleid: sql/limit-on-total
    let orders = try await Order.query(on: req.db).filter(\.$user.$id == id).limit(100).all()
    let total = orders.reduce(0) { $0 + $1.amount }
    // ruleid: sql/limit-on-total
    let recent = try await Order.query(on: req.db).sort(\.$id, .descending).limit(50).all()
    var revenue = 0.0
    for order in recent { revenue += order.amount }
    // ok: sql/limit-on-total
    let top = try await Product.query(on: req.db).sort(\.$sold, .descending).limit(10).all()
    // ok: sql/limit-on-total
    let sum = try await Order.query(on: req.db).filter(\.$user.$id == id).sum(\.$amount)
    // ok: sql/limit-on-total
    let all = try await Order.query(on: req.db).all()
    let whole = all.reduce(0) { $0 + $1.amount }
    // ruleid: sql/limit-on-total
    let users = try await User.query(on: req.db).limit(1000).all()
    return Summary(total: total, revenue: revenue, top: top, sum: sum, whole: whole, totalUsers: users.count)
}

func raw(_ sql: any SQLDatabase) async throws -> Int {
    // ruleid: sql/limit-on-total
    _ = try await sql.raw("SELECT SUM(amount) FROM (SELECT amount FROM orders LIMIT 100) recent").first()
    // ok: sql/limit-on-total
    _ = try await sql.raw("SELECT SUM(amount) FROM orders").first()
    // ruleid: sql/limit-on-total
    let rows = try await sql.raw("SELECT amount FROM orders LIMIT 100").all()
    var total = 0
    for row in rows { total += try row.decode(column: "amount", as: Int.self) }
    return total
}
