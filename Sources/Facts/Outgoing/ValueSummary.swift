/// What a file lets one know of a value that is given to an HTTP client: a text, an object with its keys, or something in
/// which other values may be mixed.
public struct ValueSummary: Hashable, Sendable {
    public var text: TextTemplate?
    public var isTrue: Bool?
    public var keys: [String: ValueSummary] = [:]
    /// Whether there may be more to it than is known.
    public var isOpen = false
    /// What shows that it proves who the caller is: a header's name, a helper's.
    public var evidence: String?
    /// Parameters that it is, or that are spread in it.
    public var parameters: [ParameterUse] = []

    static let unknown = ValueSummary(isOpen: true)

    /// Nothing is known against it, and there is nothing in it.
    var isEmpty: Bool { self == ValueSummary() }

    /// Puts another value over this one: its keys count.
    mutating func add(_ other: ValueSummary) {
        text = other.text ?? text
        isTrue = other.isTrue ?? isTrue
        isOpen = isOpen || other.isOpen
        evidence = evidence ?? other.evidence
        for parameter in other.parameters where !parameters.contains(parameter) { parameters.append(parameter) }
        // Of two values under one key, either may be what is there in the end.
        keys.merge(other.keys) { first, second in
            var both = first
            both.add(second)
            return both
        }
    }

    /// With what a call gives for the parameters put in their places; those that nothing is given for are empty.
    func substituting(_ arguments: [Int: ValueSummary], depth: Int = 0) -> ValueSummary {
        var result = self
        result.parameters = []
        result.text = text?.substituting(arguments)
        if depth < 4 { result.keys = keys.mapValues { $0.substituting(arguments, depth: depth + 1) } }
        for use in parameters { result.add(ValueSummary.argument(for: use, in: arguments)) }
        return result
    }

    /// What a call gives for a parameter.
    static func argument(for use: ParameterUse, in arguments: [Int: ValueSummary]) -> ValueSummary {
        guard var value = arguments[use.index] else { return ValueSummary() }
        for key in use.keys {
            let isOpen = value.isOpen
            let inherited = value.parameters.map { outer in
                ParameterUse(index: outer.index, keys: outer.keys + [key], name: key)
            }
            value = value.keys[key] ?? ValueSummary()
            value.isOpen = value.isOpen || isOpen
            value.parameters += inherited
        }
        return value
    }
}

extension TextTemplate {
    /// With the texts that a call gives for the parameters.
    func substituting(_ arguments: [Int: ValueSummary]) -> TextTemplate {
        TextTemplate(
            parts.flatMap { part -> [Part] in
                guard case .parameter(let use) = part else { return [part] }
                let value = ValueSummary.argument(for: use, in: arguments)
                if let text = value.text { return text.parts }
                if let outer = value.parameters.first { return [.parameter(outer)] }
                return [.hole(use.name)]
            })
    }
}
