extension Formula {
    /// Whether its matches are parts, which metavariables single out, of what its patterns match.
    public var isFocused: Bool {
        switch self {
        case .all(let conjunction): !conjunction.focus.isEmpty || conjunction.positives.contains(where: \.isFocused)
        case .any(let alternatives): alternatives.contains(where: \.isFocused)
        case .marked(let formula, _): formula.isFocused
        default: false
        }
    }

    /// The regular expressions in the formula, wherever they stand.
    public var regularExpressions: [RegularExpression] {
        switch self {
        case .pattern(let pattern):
            pattern.strings.compactMap { if case .regularExpression(let expression)? = $0 { expression } else { nil } }
        case .regularExpression(let capturing): [capturing.expression]
        case .generic, .operation: []
        case .inside(let formula), .anywhere(let formula), .marked(let formula, _): formula.regularExpressions
        case .any(let alternatives): alternatives.flatMap(\.regularExpressions)
        case .all(let conjunction):
            (conjunction.positives + conjunction.negatives).flatMap(\.regularExpressions)
                + conjunction.conditions.flatMap(\.regularExpressions)
        }
    }
}

extension Condition {
    var regularExpressions: [RegularExpression] {
        switch self {
        case .regularExpression(_, let capturing, _): [capturing.expression]
        case .formula(_, let formula, _): formula.regularExpressions
        case .type(_, let patterns): patterns.flatMap { Formula.pattern($0).regularExpressions }
        case .comparison, .entropy, .catastrophicBacktracking: []
        }
    }
}
