import Findings
import YAML

/// The type of a rule's option, which is that of its default.
enum OptionKind {
    case boolean, integer, number, string, list
    /// The default does not tell.
    case any

    init(_ option: RuleOption) {
        let document = try? YAMLDocument(Array(option.defaultValue.utf8), path: option.name)
        switch document?.root.value {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .float: self = .number
        case .string: self = .string
        case .null: self = .any
        case nil: self = document?.root.isSequence == true ? .list : .any
        }
    }

    /// How a message calls a value of the type.
    var words: String {
        switch self {
        case .boolean: "true or false"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .list: "a list"
        case .any: "a string, a number, a boolean or a list"
        }
    }

    /// The type's name in JSON Schema.
    var schemaType: String? {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .list: "array"
        case .any: nil
        }
    }

    func admits(_ node: YAMLNode) -> Bool {
        switch (self, OptionValue(node)) {
        case (.boolean, .boolean), (.integer, .integer), (.string, .string), (.list, .list): true
        case (.number, .integer), (.number, .number): true
        case (.any, let value): value != nil
        default: false
        }
    }
}
