import Facts
import Matching
import YAML

/// Reads the operators over facts (`route:`, `response:`, ..). A new operator is one entry in `decoders`, with the keys that
/// it accepts.
struct OperationDecoder: Sendable {
    typealias Decoder = @Sendable (YAMLMapping, inout MetavariableTable) throws(YAMLError) -> any FactOperation

    struct Entry: Sendable {
        let name: String
        let keys: [String]
        /// What a file must have some of for a match; nil where other things make one.
        var subject: FactSubject?
        let decode: Decoder
    }

    static let entries: [Entry] = [
        Entry(name: "route", keys: RouteOperationDecoder.keys, subject: .route) { (mapping, _) throws(YAMLError) in
            try RouteOperationDecoder.operation(mapping)
        },
        Entry(name: "response", keys: ResponseOperationDecoder.keys, subject: .response) {
            (mapping, metavariables) throws(YAMLError) in
            try ResponseOperationDecoder.operation(mapping, &metavariables)
        },
        Entry(name: "size", keys: SizeOperationDecoder.keys) { (mapping, _) throws(YAMLError) in
            try SizeOperationDecoder.operation(mapping)
        },
        Entry(name: "project", keys: ProjectOperationDecoder.keys) { (mapping, _) throws(YAMLError) in
            try ProjectOperationDecoder.operation(mapping)
        },
        Entry(name: "order", keys: OrderOperationDecoder.keys) { (mapping, _) throws(YAMLError) in
            try OrderOperationDecoder.operation(mapping)
        },
        Entry(name: "schema", keys: SchemaOperationDecoder.keys, subject: .schema) { (mapping, _) throws(YAMLError) in
            try SchemaOperationDecoder.operation(mapping)
        },
        Entry(name: "query", keys: QueryOperationDecoder.keys, subject: .query) { (mapping, _) throws(YAMLError) in
            try QueryOperationDecoder.operation(mapping)
        },
        Entry(name: "outgoing", keys: OutgoingOperationDecoder.keys, subject: .outgoing) {
            (mapping, _) throws(YAMLError) in
            try OutgoingOperationDecoder.operation(mapping)
        },
    ]

    /// The names of the operators there are.
    static let names = entries.map(\.name)
    var names: [String] { Self.names }

    /// The subject of the operator that a key names.
    static func subject(_ key: YAMLNode) -> FactSubject? { entries.first { key.spells($0.name) }?.subject }

    /// Whether a key is the name of one.
    static func isOperator(_ key: YAMLNode) -> Bool { names.contains { key.spells($0) } }

    func operation(
        _ name: String, _ value: YAMLNode, _ metavariables: inout MetavariableTable
    ) throws(YAMLError) -> any FactOperation {
        guard let entry = Self.entries.first(where: { $0.name == name }) else {
            throw value.unknown("operator", accepting: names)
        }
        return try entry.decode(try value.mapping("'\(name)'", keys: entry.keys), &metavariables)
    }
}
