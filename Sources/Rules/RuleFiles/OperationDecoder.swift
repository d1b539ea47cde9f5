import Facts
import Matching

/// Reads the operators over facts (`route:`, `response:`, ..).
struct OperationDecoder {
    /// The names of the operators there are.
    let names: [String] = []

    func operation(
        _ name: String, _ value: YAMLNode, _ metavariables: inout MetavariableTable
    ) throws(YAMLError) -> any FactOperation {
        throw value.unknown("operator", accepting: names)
    }
}
