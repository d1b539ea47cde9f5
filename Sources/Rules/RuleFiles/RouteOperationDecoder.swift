import Facts
import Matching

/// Reads `route:`.
enum RouteOperationDecoder {
    static let keys = [
        "place", "methods", "path", "framework", "authenticated", "public", "rate-limited", "validated",
    ]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        var operation = RouteOperation()
        if let node = mapping["place"] {
            operation.place = try node.choice(
                "'place'", of: ["registration": RouteOperation.Place.registration, "handler": .handler])
        }
        if let node = mapping["methods"] { operation.methods = Set(try node.strings("'methods'").map { $0.uppercased() }) }
        if let node = mapping["path"] { operation.path = try RegularExpressionDecoder.expression(node) }
        if let node = mapping["framework"] { operation.frameworks = Set(try node.strings("'framework'")) }
        operation.authenticated = try mapping["authenticated"]?.boolean("'authenticated'")
        operation.isPublic = try mapping["public"]?.boolean("'public'")
        operation.rateLimited = try mapping["rate-limited"]?.boolean("'rate-limited'")
        operation.validated = try mapping["validated"]?.boolean("'validated'")
        return operation
    }
}
