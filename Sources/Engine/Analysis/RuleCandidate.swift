import Facts
import Rules

/// A rule that may match in a file by the file's words.
struct RuleCandidate: Sendable {
    let id: String
    /// What a file must have some of for a match; empty where nothing is known.
    let subjects: [FactSubject]
    /// The compiled rule; nil where it has an error.
    let rule: @Sendable () -> Rule?
}
