import SourceText
import Syntax

/// What a rule asks of a file: patterns and the algebra over the ranges they match (Semgrep's `patterns`,
/// `pattern-either`, `pattern-inside` and so on).
public indirect enum Formula: Sendable {
    case pattern(Pattern)
    /// Every match in the file's text.
    case regularExpression(CapturingExpression)
    /// A pattern over words and punctuation, for text of no particular language.
    case generic(any TextPattern)
    /// An operation over facts, which this module knows only by its ranges.
    case operation(any FactOperation)
    /// Ranges for others to lie in (`pattern-inside`).
    case inside(Formula)
    /// Ranges that need only be somewhere in the file, with metavariables that agree.
    case anywhere(Formula)
    /// Ranges that take something with them.
    case marked(Formula, Mark)
    case any([Formula])
    case all(Conjunction)
}

/// An operation that gives ranges from what is known of a file beyond its tree.
public protocol FactOperation: Sendable {
    /// The matches in a file. `bindings` has the rule's number of metavariables, all unbound.
    func matches(in target: MatchTarget, bindings: Bindings) -> [Match]
    /// Words of which a file must have one for the operation to match in it; empty where there are none.
    var requiredWords: [[UInt8]] { get }
    /// The metavariables that a match binds.
    var boundSlots: [Int] { get }
}

/// What the matches of one formula take with them.
public struct Mark: Sendable {
    /// The metavariable that stands for the whole match.
    public var slot: Int?
    /// The number of the fix that belongs to these matches.
    public var fix: Int32?

    public init(slot: Int? = nil, fix: Int32? = nil) {
        self.slot = slot
        self.fix = fix
    }
}

/// The operators under one `patterns:`.
public struct Conjunction: Sendable {
    /// Ranges that lie in one another, the inner ones, are what is reported. `inside` marks ranges that only hold others.
    public var positives: [Formula] = []
    /// Ranges that are taken away; how, their kind says. See `Match.Kind`.
    public var negatives: [Formula] = []
    public var conditions: [Condition] = []
    /// Report these metavariables' ranges instead: of each list any, of several lists all.
    public var focus: [[Int]] = []

    public init() {}
}

/// A condition on what a metavariable is bound to. One that is not bound fulfils none.
public indirect enum Condition: Sendable {
    /// `metavariable-regex`: matches from the start of the text, or of the constant it folds to.
    case regularExpression(slot: Int, CapturingExpression, constantPropagation: Bool)
    /// `metavariable-pattern`: the formula matches within the metavariable, read in another language where one is given.
    case formula(slot: Int, Formula, language: (any Language)?)
    case comparison(Comparison)
    /// `metavariable-analysis: entropy`
    case entropy(slot: Int)
    /// `metavariable-analysis: redos`
    case catastrophicBacktracking(slot: Int)
    /// `metavariable-type`: one of the types.
    case type(slot: Int, [Pattern])
}

extension Formula {
    /// What a file must hold for the formula to match in it.
    public var prerequisite: WordPrerequisite {
        switch self {
        case .pattern(let pattern):
            return pattern.prerequisite
        case .regularExpression(let capturing):
            return capturing.requiredParts.isEmpty ? .nothing : .oneOf(capturing.requiredParts)
        case .generic:
            return .nothing
        case .operation(let operation):
            let words = operation.requiredWords
            return words.isEmpty ? .nothing : .oneOf(words.map { TextRequirement(word: $0) })
        case .all(let conjunction):
            return .all(of: conjunction.positives.map(\.prerequisite))
        case .inside(let formula), .anywhere(let formula), .marked(let formula, _):
            return formula.prerequisite
        case .any(let alternatives):
            return .any(of: alternatives.map(\.prerequisite))
        }
    }
}

extension Formula {
    /// Whether all that it matches is there for others to lie in.
    var onlyHolds: Bool {
        switch self {
        case .inside, .anywhere: true
        case .marked(let formula, _): formula.onlyHolds
        case .any(let alternatives): alternatives.allSatisfy(\.onlyHolds)
        case .all(let conjunction): !conjunction.positives.isEmpty && conjunction.positives.allSatisfy(\.onlyHolds)
        case .pattern, .regularExpression, .generic, .operation: false
        }
    }
}

extension Formula {
    /// Whether what it matches need not lie where the others match.
    var isAnywhere: Bool {
        switch self {
        case .anywhere: true
        case .marked(let formula, _): formula.isAnywhere
        case .any(let alternatives): alternatives.contains(where: \.isAnywhere)
        case .all(let conjunction): !conjunction.positives.isEmpty && conjunction.positives.allSatisfy(\.isAnywhere)
        case .pattern, .regularExpression, .generic, .operation, .inside: false
        }
    }

    /// Adds the numbers of the metavariables that a match of the formula binds.
    public func collectBindings(into bound: inout Set<Int>) {
        switch self {
        case .pattern(let pattern):
            bound.formUnion(pattern.boundSlots)
        case .regularExpression(let expression):
            bound.formUnion(expression.boundSlots)
        case .generic(let pattern):
            bound.formUnion(pattern.boundSlots)
        case .operation(let operation):
            bound.formUnion(operation.boundSlots)
        case .inside(let formula), .anywhere(let formula):
            formula.collectBindings(into: &bound)
        case .marked(let formula, let mark):
            formula.collectBindings(into: &bound)
            if let slot = mark.slot { bound.insert(slot) }
        case .any(let alternatives):
            for alternative in alternatives { alternative.collectBindings(into: &bound) }
        case .all(let conjunction):
            for formula in conjunction.positives { formula.collectBindings(into: &bound) }
            // What is taken away may have conditions of its own, on what it binds itself.
            for formula in conjunction.negatives { formula.collectBindings(into: &bound) }
            for condition in conjunction.conditions {
                switch condition {
                case .formula(_, let formula, _): formula.collectBindings(into: &bound)
                case .regularExpression(_, let expression, _): bound.formUnion(expression.boundSlots)
                default: break
                }
            }
        }
    }
}
