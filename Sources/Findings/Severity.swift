/// How much a finding or a diagnostic matters; the three levels of SARIF that mean anything to a reader.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
    case note
    case warning
    case error

    /// Orders by weight: a note is less than an error.
    public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
