import Facts
import Matching
import YAML

/// Reads `response:`.
enum ResponseOperationDecoder {
    static let keys = [
        "status", "contract", "envelope", "lacks", "misspells", "keys", "missing-keys", "values", "missing-headers",
        "leaks",
        "leak-guard", "except-in", "format", "exception", "body", "key", "after", "in-route",
    ]

    static func operation(
        _ mapping: YAMLMapping, _ metavariables: inout MetavariableTable
    ) throws(YAMLError) -> any FactOperation {
        var operation = ResponseOperation()
        if let node = mapping["status"] { operation.statuses = try StatusRanges.ranges(node) }
        if let node = mapping["contract"] {
            operation.contract = try node.choice(
                "'contract'", of: ["error": ResponseOperation.Contract.error, "success": .success])
        }
        if let node = mapping["envelope"] {
            operation.envelope = try node.choice(
                "'envelope'", of: ["conforms": ResponseOperation.Envelope.conforms, "violates": .violates])
        }
        operation.lacks = try mapping["lacks"]?.strings("'lacks'") ?? []
        operation.misspells = try mapping["misspells"]?.strings("'misspells'") ?? []
        operation.keys = try mapping["keys"]?.strings("'keys'") ?? []
        operation.missingKeys = try mapping["missing-keys"]?.strings("'missing-keys'") ?? []
        operation.values = try values(mapping["values"])
        operation.missingHeaders =
            try mapping["missing-headers"]?.strings("'missing-headers'").map { $0.lowercased() } ?? []
        if let node = mapping["leaks"] { operation.leaks = try leaks(node) }
        if let node = mapping["leak-guard"] { operation.leakGuard = try RegularExpressionDecoder.expression(node) }
        if let node = mapping["except-in"] { operation.exceptIn = try RegularExpressionDecoder.expression(node) }
        if let node = mapping["format"] {
            operation.format = try node.choice(
                "'format'", of: ["json": ResponseOperation.Format.json, "text": .text, "empty": .empty])
        }
        operation.isException = try mapping["exception"]?.boolean("'exception'")
        if let node = mapping["after"] {
            let query = try node.mapping("'after'", keys: QueryOperationDecoder.keys)
            operation.previous = OtherQuery(try QueryOperationDecoder.operation(query))
        }
        if let node = mapping["in-route"] {
            let criteria = try node.mapping("'in-route'", keys: QueryOperationDecoder.routeKeys)
            operation.route = try RouteOperationDecoder.criteria(criteria)
        }
        if let node = mapping["body"] { operation.bodySlot = try slot(node, "'body'", &metavariables) }
        if let node = mapping["key"] { operation.key = try key(node, &metavariables) }
        return operation
    }

    private static func slot(
        _ node: YAMLNode, _ name: String, _ metavariables: inout MetavariableTable
    ) throws(YAMLError) -> Int {
        guard MetavariableName.isMetavariable(node.bytes) else {
            throw node.error("\(name) must be a metavariable to bind, such as '$BODY'")
        }
        return metavariables.slot(of: node.bytes)
    }

    /// `values: {error: present, success: false}`
    private static func values(
        _ node: YAMLNode?
    ) throws(YAMLError) -> [(name: String, condition: ResponseOperation.ValueCondition)] {
        var conditions: [(name: String, condition: ResponseOperation.ValueCondition)] = []
        guard let node else { return conditions }
        for pair in try node.mapping("'values'").pairs {
            let condition: ResponseOperation.ValueCondition
            switch pair.value.value {
            case .boolean(let truth): condition = .equals(.boolean(truth))
            case .integer(let number): condition = .equals(.integer(number))
            case .null: condition = .equals(.null)
            default:
                condition = pair.value.text == "present" ? .present : .equals(.string(Array(pair.value.bytes)))
            }
            conditions.append((pair.key.text, condition))
        }
        return conditions
    }

    private static func leaks(_ node: YAMLNode) throws(YAMLError) -> Set<ErrorLeak> {
        var leaks: Set<ErrorLeak> = []
        for name in try node.stringNodes("'leaks'") {
            guard let leak = ErrorLeak(rawValue: name.text) else {
                throw name.unknown("leak", accepting: ErrorLeak.allCases.map(\.rawValue))
            }
            leaks.insert(leak)
        }
        return leaks
    }

    private static func key(
        _ node: YAMLNode, _ metavariables: inout MetavariableTable
    ) throws(YAMLError) -> ResponseOperation.KeyCondition {
        let mapping = try node.mapping("'key'", keys: ["name", "value"])
        let name = try RegularExpressionDecoder.expression(mapping.required("name", of: "'key'"))
        guard let value = mapping["value"] else { return .init(name: name, valueSlot: nil) }
        return .init(name: name, valueSlot: try slot(value, "'value'", &metavariables))
    }
}
