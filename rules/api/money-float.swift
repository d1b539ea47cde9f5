import Fluent
import Vapor

final class Order: Model {
    static let schema = "orders"
    // ok: api/money-float
    @Field(key: "weight") var weight: Double
    // ruleid: api/money-float
    @Field(key: "price") var price: Double
    // ok: api/money-float
    @Field(key: "fee") var fee: Decimal
}

struct Request: Content {
    // ruleid: api/money-float
    var amount: Double
    // ruleid: api/money-float
    let unitPrice: Double?
    // ok: api/money-float
    let amountCents: Int
}

func create(_ text: String, _ database: Database) async throws {
    // ruleid: api/money-float
    let total = Double(text)
    // ok: api/money-float
    let ratio = Double(text)
    // ok: api/money-float
    let cost = Decimal(string: text)
    try await database.schema("orders")
        // ruleid: api/money-float
        .field("price", .double)
        // ok: api/money-float
        .field("weight", .double)
        .create()
    print(total as Any, ratio as Any, cost as Any)
}

// ok: api/money-float
func scale(balance: Double) -> Double { balance * 2 }

struct FeeRequest: Content {
    // ruleid: api/money-float
    var fee: Float?
    // ok: api/money-float
    var weight: Float?
}

final class Invoice: Model {
    static let schema = "invoices"
    // ruleid: api/money-float
    @Field(key: "total")
    var total: Double
    // ok: api/money-float
    @Field(key: "weight")
    var weight: Double
}

func read(_ text: String) {
    // ruleid: api/money-float
    let price = Double(text) ?? 0
    // ruleid: api/money-float
    let amount = Double(text)!
    // ok: api/money-float
    let ratio = Double(text) ?? 1
    print(price, amount, ratio)
}


final class Parcel: Shippable {
    // ruleid: api/money-float
    @Field(key: "price") var price: Double
    // ruleid: api/money-float
    @OptionalField(key: "fee") var fee: Float?
    // ok: api/money-float
    @Field(key: "weight") var weight: Double
}
