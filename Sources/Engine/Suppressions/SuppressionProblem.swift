import SourceText

/// A directive that does not do what somebody wrote it for.
public struct SuppressionProblem: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// No finding of the rules that it names is there.
        case unused(rules: [String])
        /// Its day is over.
        case expired(CalendarDate)
        /// It gives no reason, and the configuration asks for one; it has no effect.
        case missingReason
        /// It names rules that do not exist.
        case unknownRules([String])
        /// It is not written as a directive is.
        case malformed(String)
    }

    public let kind: Kind
    /// The comment, in bytes.
    public let range: ByteRange

    /// One sentence for the user.
    public var message: String {
        switch kind {
        case .unused(let rules):
            "This suppression is not needed: there is no finding of \(SuppressionProblem.list(rules)) here."
        case .expired(let date): "This suppression ended on \(date)."
        case .missingReason:
            "This suppression gives no reason and has no effect; write ' -- ' and the reason after the rule."
        case .unknownRules(let rules): "This suppression names what is no rule: \(SuppressionProblem.list(rules))."
        case .malformed(let why): "This suppression has no effect: \(why)."
        }
    }

    private static func list(_ rules: [String]) -> String { rules.map { "'\($0)'" }.joined(separator: ", ") }
}
