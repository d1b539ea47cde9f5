import SourceText

/// Typed access. `name` is how the message calls the value: a key in quotes (`'severity'`), or words (`a rule`).
extension YAMLNode {
    /// What the node is, in words.
    public var typeName: String {
        switch value {
        case .null: "nothing"
        case .boolean: "a boolean"
        case .integer, .float: "a number"
        case .string: "a string"
        case nil: isSequence ? "a list" : "a mapping"
        }
    }

    /// The error that says what `name` must be.
    public func mismatch(_ name: String, expected: String) -> YAMLError {
        error("\(name) must be \(expected), found \(typeName)")
    }

    /// A string: quoted, a block, or plain text that is no number, boolean or null.
    public func string(_ name: String) throws(YAMLError) -> String {
        guard value == .string else { throw mismatch(name, expected: "a string") }
        return text
    }

    /// The text of any scalar but null, so that a message or a replacement may be written `404`.
    public func scalarText(_ name: String) throws(YAMLError) -> String {
        guard isScalar, !isNull else { throw mismatch(name, expected: "a string") }
        return text
    }

    public func boolean(_ name: String) throws(YAMLError) -> Bool {
        guard case .boolean(let boolean) = value else { throw mismatch(name, expected: "true or false") }
        return boolean
    }

    public func integer(
        _ name: String, in range: ClosedRange<Int> = .min ... .max
    ) throws(YAMLError) -> Int {
        guard case .integer(let integer) = value else { throw mismatch(name, expected: "an integer") }
        guard range.contains(integer) else {
            let bounds =
                range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
            throw error("\(name) must be \(bounds), found \(integer)")
        }
        return integer
    }

    /// A finite number, integer or not.
    public func number(_ name: String) throws(YAMLError) -> Double {
        switch value {
        case .integer(let integer): return Double(integer)
        case .float(let float) where float.isFinite: return float
        default: throw mismatch(name, expected: "a finite number")
        }
    }

    /// The elements of a list.
    public func list(_ name: String) throws(YAMLError) -> [YAMLNode] {
        guard isSequence else { throw mismatch(name, expected: "a list") }
        return Array(elements)
    }

    /// The nodes of a list of strings, or the one node of a single string.
    public func stringNodes(_ name: String) throws(YAMLError) -> [YAMLNode] {
        if value == .string { return [self] }
        guard isSequence else { throw mismatch(name, expected: "a string or a list of strings") }
        for element in elements where element.value != .string { _ = try element.string("each of \(name)") }
        return Array(elements)
    }

    /// A list of strings, or one string.
    public func strings(_ name: String) throws(YAMLError) -> [String] {
        try stringNodes(name).map(\.text)
    }

    /// One of a fixed set of words.
    public func choice<Value>(
        _ name: String, of choices: KeyValuePairs<String, Value>
    ) throws(YAMLError) -> Value {
        if isScalar, !isNull, let found = choices.first(where: { spells($0.key) }) { return found.value }
        let words = choices.map(\.key)
        guard isScalar, !isNull else { throw mismatch(name, expected: Self.alternatives(words)) }
        let text = text
        throw error(
            "\(name) must be \(Self.alternatives(words)), found '\(text)'" + Self.suggestion(for: text, in: words))
    }

    /// The mapping with these keys and no others.
    public func mapping(_ name: String, keys: [String]) throws(YAMLError) -> YAMLMapping {
        let mapping = try mapping(name)
        if let unknown = mapping.unknownKeys(accepting: keys).first { throw unknown }
        return mapping
    }

    /// The mapping, whatever its keys.
    public func mapping(_ name: String) throws(YAMLError) -> YAMLMapping {
        guard isMapping else { throw mismatch(name, expected: "a mapping") }
        return YAMLMapping(node: self)
    }

    /// The error of a word that is none of `accepted`: `unknown key 'patern', did you mean 'pattern'?` or, where none is
    /// near and they are few, the list of them.
    public func unknown(_ what: String, accepting accepted: [String]) -> YAMLError {
        let text = text
        let suggestion = Self.suggestion(for: text, in: accepted)
        if suggestion.isEmpty, !accepted.isEmpty, accepted.count <= 16 {
            return error("unknown \(what) '\(text)'; accepted: \(accepted.joined(separator: ", "))")
        }
        return error("unknown \(what) '\(text)'\(suggestion)")
    }

    private static func suggestion(for text: String, in accepted: [String]) -> String {
        NearestName.of(text, in: accepted).map { ", did you mean '\($0)'?" } ?? ""
    }

    private static func alternatives(_ words: [String]) -> String {
        let quoted = words.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}
