import Findings
import SourceText
import YAML

/// Which rules are on where nothing else is said.
public enum Profile: String, CaseIterable, Hashable, Sendable {
    case recommended, strict, all
}

/// A place in a configuration file, for `config show`.
public struct ConfigurationOrigin: Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// 1-based.
    public let line: Int

    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }

    public var description: String { "\(path):\(line)" }
}

/// A setting with the place that set it; without one it is the default.
public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var origin: ConfigurationOrigin?

    public init(_ value: Value, origin: ConfigurationOrigin? = nil) {
        self.value = value
        self.origin = origin
    }
}

/// What is set for one rule.
public struct RuleSetting: Hashable, Sendable {
    /// `Setting` of nil is `off`; no setting leaves it to the profile.
    public var level: Setting<Severity?>?
    public var options: [String: Setting<OptionValue>] = [:]

    public init() {}

    /// Takes over what `other` sets; an option keeps its value where `other` has none.
    mutating func merge(_ other: RuleSetting) {
        if let level = other.level { self.level = level }
        options.merge(other.options) { _, new in new }
    }
}

/// The value of a rule's option.
public enum OptionValue: Hashable, Sendable {
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([OptionValue])

    /// nil for null, a mapping or a list that holds one.
    init?(_ node: YAMLNode) {
        switch node.value {
        case .boolean(let boolean): self = .boolean(boolean)
        case .integer(let integer): self = .integer(integer)
        case .float(let float): self = .number(float)
        case .string: self = .string(node.text)
        case .null: return nil
        case nil:
            let elements = node.elements.map(OptionValue.init)
            guard node.isSequence, elements.allSatisfy({ $0 != nil }) else { return nil }
            self = .list(elements.compactMap { $0 })
        }
    }
}

/// The type that a contract asks of a JSON value.
public enum FieldType: String, CaseIterable, Hashable, Sendable {
    case string, number, boolean, object, array, any
}

/// One key of a JSON object under a contract.
public struct ContractField: Hashable, Sendable {
    public var name: String
    public var type: FieldType
    /// Of an object: what it must hold.
    public var fields: [ContractField] = []
}

/// The shape of a JSON body.
public enum Envelope: Hashable, Sendable {
    /// One of the shapes that have a name: `flat`, `nested`, `success`, `problem`, `infer`, `none`.
    case preset(String)
    case custom(required: [ContractField], optional: [ContractField], allowsExtraKeys: Bool)
}

/// Routes that configuration names: `POST /hooks/*`.
public struct RoutePattern: Hashable, Sendable {
    /// As it was written.
    public let text: String
    /// In capitals; nil for every method.
    public let method: String?
    public let path: Glob

    /// nil where the text is not `METHOD /path` or `/path`.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let path = words.last, path.hasPrefix("/"), words.count <= 2 else { return nil }
        if words.count == 2 {
            let method = words[0].uppercased()
            guard method == "*" || method.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else { return nil }
            self.method = method == "*" ? nil : method
        } else {
            method = nil
        }
        self.text = text
        self.path = Glob(String(path), placement: .whole)
    }

    /// - Parameter path: as the route spells it, parameters included (`/hooks/:name`).
    public func matches(method: String, path: String) -> Bool {
        (self.method == nil || self.method == method.uppercased()) && self.path.matches(path)
    }
}
