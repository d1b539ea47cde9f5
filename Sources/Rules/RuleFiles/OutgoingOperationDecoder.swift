import Facts
import Matching
import YAML

/// Reads `outgoing:`.
enum OutgoingOperationDecoder {
    static let keys = ["methods", "timeout", "sends-auth", "to-route"]

    private static let routeKeys = [
        "methods", "path", "path-not", "authenticated", "public", "rate-limited", "validated",
    ]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        var operation = OutgoingOperation()
        if let node = mapping["methods"] {
            operation.criteria.methods = Set(try node.strings("'methods'").map { $0.uppercased() })
        }
        operation.criteria.hasTimeout = try mapping["timeout"]?.boolean("'timeout'")
        operation.criteria.sendsProof = try mapping["sends-auth"]?.boolean("'sends-auth'")
        if let node = mapping["to-route"] {
            operation.criteria.route = try RouteOperationDecoder.criteria(
                try node.mapping("'to-route'", keys: routeKeys))
        }
        return operation
    }
}
