/// How seldom a rule is wrong, in the words that code scanning services read.
public enum Precision: String, CaseIterable, Hashable, Sendable {
    case low
    case medium
    case high
    case veryHigh = "very-high"
}
