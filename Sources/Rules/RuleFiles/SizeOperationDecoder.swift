import Facts
import Matching
import YAML

/// Reads `size:`.
enum SizeOperationDecoder {
    static let keys = ["of", "lines", "statements", "methods", "count", "keywords"]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        var operation = SizeOperation(
            of: try mapping.required("of", of: "'size'").choice(
                "'of'",
                of: [
                    "handler": SizeOperation.Subject.handler, "file": .file, "route-file": .routeFile,
                    "page-component": .pageComponent, "class": .class, "function": .function,
                ]))
        if let node = mapping["lines"] { operation.lines = try IntegerRange.range(node, "'lines'") }
        if let node = mapping["statements"] { operation.statements = try IntegerRange.range(node, "'statements'") }
        if let node = mapping["methods"] { operation.methods = try IntegerRange.range(node, "'methods'") }
        if let node = mapping["count"] {
            operation.countsCodeOnly = try node.choice("'count'", of: ["physical": false, "code": true])
        }
        operation.keywords = try mapping["keywords"]?.strings("'keywords'") ?? []
        return operation
    }
}
