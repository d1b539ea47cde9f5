/// A change to the finding's own file that removes the finding.
public struct Fix: Hashable, Sendable {
    /// What the change does, as an imperative: "Use the error envelope".
    public var description: String
    /// The edits, ordered by position; they do not overlap.
    public var edits: [TextEdit]
    /// Whether the change cannot alter what the program means; others are applied only when asked for.
    public var isSafe: Bool

    public init(description: String, edits: [TextEdit], isSafe: Bool) {
        self.description = description
        self.edits = edits
        self.isSafe = isSafe
    }
}
