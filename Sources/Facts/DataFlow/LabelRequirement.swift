/// A boolean expression over labels: `A and not B`.
public indirect enum LabelRequirement: Hashable, Sendable {
    case label(String)
    case not(LabelRequirement)
    case and(LabelRequirement, LabelRequirement)
    case or(LabelRequirement, LabelRequirement)

    /// The labels of which taint must have one for some sink to count; nil where none is certain to be needed.
    /// - Parameter areRelabelled: whether taint may get labels on its way.
    public static func decisiveLabels(ofSinks requirements: [LabelRequirement?], areRelabelled: Bool) -> Set<String>? {
        if areRelabelled { return nil }
        var labels: Set<String> = []
        for requirement in requirements {
            // What holds without any label asks for none.
            guard let requirement, !requirement.holds(for: []) else { return nil }
            labels.formUnion(requirement.labelsAskedFor)
        }
        return labels
    }

    /// The labels whose presence can make it hold: those that stand under no `not`, or under two.
    public var labelsAskedFor: Set<String> {
        switch self {
        case .label(let label): [label]
        case .not(let inner): inner.labelsRuledOut
        case .and(let left, let right), .or(let left, let right): left.labelsAskedFor.union(right.labelsAskedFor)
        }
    }

    /// The labels whose presence can make it fail to hold.
    private var labelsRuledOut: Set<String> {
        switch self {
        case .label: []
        case .not(let inner): inner.labelsAskedFor
        case .and(let left, let right), .or(let left, let right): left.labelsRuledOut.union(right.labelsRuledOut)
        }
    }

    public func holds(for labels: Set<String>) -> Bool {
        switch self {
        case .label(let label): return labels.contains(label)
        case .not(let inner): return !inner.holds(for: labels)
        case .and(let left, let right): return left.holds(for: labels) && right.holds(for: labels)
        case .or(let left, let right): return left.holds(for: labels) || right.holds(for: labels)
        }
    }

    /// Parses Python's boolean syntax over names; nil where the text is none.
    public init?(_ text: String) {
        var words: [String] = []
        var word = ""
        for character in text.unicodeScalars {
            if character == "(" || character == ")" || character == " " || character == "\n" {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "(" || character == ")" { words.append(String(character)) }
            } else {
                word.unicodeScalars.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        var rest = words[...]
        guard let parsed = LabelRequirement.disjunction(&rest, depth: 0), rest.isEmpty else { return nil }
        self = parsed
    }

    private typealias Part = (inout ArraySlice<String>, Int) -> LabelRequirement?

    private static func disjunction(_ words: inout ArraySlice<String>, depth: Int) -> LabelRequirement? {
        row(of: conjunction, around: "or", LabelRequirement.or, &words, depth)
    }

    private static func conjunction(_ words: inout ArraySlice<String>, depth: Int) -> LabelRequirement? {
        row(of: operand, around: "and", LabelRequirement.and, &words, depth)
    }

    /// Parts with an operator between them, which joins from the left.
    private static func row(
        of part: Part, around name: String, _ join: (LabelRequirement, LabelRequirement) -> LabelRequirement,
        _ words: inout ArraySlice<String>, _ depth: Int
    ) -> LabelRequirement? {
        guard var left = part(&words, depth) else { return nil }
        while words.first == name {
            words.removeFirst()
            guard let right = part(&words, depth) else { return nil }
            left = join(left, right)
        }
        return left
    }

    private static func operand(_ words: inout ArraySlice<String>, depth: Int) -> LabelRequirement? {
        guard depth < 32, let first = words.popFirst() else { return nil }
        switch first {
        case "not":
            return operand(&words, depth: depth + 1).map(LabelRequirement.not)
        case "(":
            let inner = disjunction(&words, depth: depth + 1)
            return words.popFirst() == ")" ? inner : nil
        case "and", "or", ")":
            return nil
        default:
            return .label(first)
        }
    }
}
