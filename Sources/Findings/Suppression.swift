/// Why a finding is reported only when suppressed findings are asked for.
public struct Suppression: Hashable, Sendable {
    /// Who suppressed the finding.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A directive in a comment of the file.
        case comment
        /// An entry of the baseline file.
        case baseline
        /// The version that the run compares with has the finding too.
        case unchanged
    }

    public var kind: Kind
    /// What the author of the directive gave as the reason.
    public var reason: String?

    public init(kind: Kind, reason: String? = nil) {
        self.kind = kind
        self.reason = reason
    }
}
