import Syntax

/// A `metavariable-regex` that a pattern decides as soon as it binds the metavariable, rather than after everything else: a
/// pattern as `$CLIENT.$METHOD(...)` is about few of the calls that it matches.
final class BindingCondition: Sendable {
    let slot: Int
    private let expression: RegularExpression
    private let folds: Bool
    /// The words that the expression matches, where it is a list of them.
    private let words: NameSet?
    /// Whether it matches nothing but whole names.
    private let isOfNames: Bool

    init(slot: Int, _ expression: RegularExpression, folds: Bool) {
        self.slot = slot
        self.expression = expression
        self.folds = folds
        words = expression.closedAlternatives.map(NameSet.init)
        isOfNames = expression.matchesWholeNamesAlone
    }

    func holds(for binding: Binding, in target: MatchTarget) -> Bool {
        if case .node(let node) = binding.content, target.tree.kind(node) == .identifier,
            !folds || target.semantics.folded[Int(node)] < 0
        {
            if let words { return words.contains(target.tree.text(node)) }
            return target.answer(of: self, forNameAt: node) {
                expression.matchesAtStart(of: Array(target.tree.text(node)))
            }
        }
        if isOfNames, !mayBeName(binding, in: target) { return false }
        return expression.matchesAtStart(of: binding.text(in: target, folds: folds))
    }

    /// Whether what is bound may be spelled as a name, found out without a copy of it: most of what is called or given is code.
    private func mayBeName(_ binding: Binding, in target: MatchTarget) -> Bool {
        if case .meaning = binding.content { return true }
        if folds, let node = binding.node, target.stringValue(node) != nil { return true }
        return WholeNames.mayBe(target.tree.bytes[binding.range.start..<binding.range.end])
    }

    /// Of these the text holds one; empty where nothing certain can be said.
    var requiredLiterals: [[UInt8]] { expression.requiredParts.isEmpty ? [] : expression.requiredLiterals }

    /// Words or parts of which a file must hold one; nil where nothing certain can be said.
    var requiredWords: [TextRequirement]? {
        if folds { return nil }
        if let words { return words.hashes.map(TextRequirement.init(wordHash:)) }
        let parts = TextRequirement.parts(ofName: expression.requiredLiterals)
        return parts.isEmpty ? nil : parts
    }
}

extension Binding {
    /// What `metavariable-regex` looks at: the source text or, where it `folds`, the constant that an expression folds to.
    func text(in target: MatchTarget, folds: Bool) -> [UInt8] {
        if folds, let node, let value = target.stringValue(node) { return value }
        return source(in: target)
    }

    /// The source text, or the name that is meant where another is written.
    func source(in target: MatchTarget) -> [UInt8] {
        if case .meaning(let text) = content { return text }
        return Array(target.tree.bytes[range.start..<range.end])
    }
}

extension Conjunction {
    /// The same, with those of its conditions in its patterns that decide there what they decide at the end.
    public func withConditionsInPatterns() -> Conjunction {
        var conjunction = self
        for case .regularExpression(let slot, let capturing, let folds) in conditions {
            // What is bound twice is bound to equal code, which need not be spelled alike: the first spelling counts, and
            // which that is shows only at the end.
            guard positives.reduce(0, { $0 + $1.timesBound(slot) }) == 1 else { continue }
            let condition = BindingCondition(slot: slot, capturing.expression, folds: folds)
            conjunction.positives = conjunction.positives.map { $0.adding(condition) }
        }
        return conjunction
    }
}

extension Formula {
    /// In how many of the patterns that match together a metavariable is bound.
    fileprivate func timesBound(_ slot: Int) -> Int {
        switch self {
        case .pattern(let pattern): pattern.boundSlots.contains(slot) ? 1 : 0
        case .regularExpression(let expression): expression.boundSlots.contains(slot) ? 1 : 0
        case .generic(let pattern): pattern.boundSlots.contains(slot) ? 1 : 0
        case .operation(let operation): operation.boundSlots.contains(slot) ? 1 : 0
        case .inside(let formula), .anywhere(let formula): formula.timesBound(slot)
        case .marked(let formula, let mark): formula.timesBound(slot) + (mark.slot == slot ? 1 : 0)
        case .any(let alternatives): alternatives.map { $0.timesBound(slot) }.max() ?? 0
        case .all(let conjunction):
            conjunction.positives.reduce(0) { $0 + $1.timesBound(slot) }
                + conjunction.conditions.reduce(0) { $0 + $1.timesBound(slot) }
        }
    }

    fileprivate func adding(_ condition: BindingCondition) -> Formula {
        switch self {
        case .pattern(let pattern):
            return pattern.boundSlots.contains(condition.slot) ? .pattern(pattern.adding(condition)) : self
        case .inside(let formula): return .inside(formula.adding(condition))
        case .anywhere(let formula): return .anywhere(formula.adding(condition))
        case .marked(let formula, let mark): return .marked(formula.adding(condition), mark)
        case .any(let alternatives): return .any(alternatives.map { $0.adding(condition) })
        case .all(var conjunction):
            conjunction.positives = conjunction.positives.map { $0.adding(condition) }
            return .all(conjunction)
        case .regularExpression, .generic, .operation: return self
        }
    }
}

extension Condition {
    fileprivate func timesBound(_ slot: Int) -> Int {
        switch self {
        case .formula(_, let formula, _): formula.timesBound(slot)
        case .regularExpression(_, let expression, _): expression.boundSlots.contains(slot) ? 1 : 0
        default: 0
        }
    }
}
