/// A pattern for text of no particular language (Semgrep's `generic`), whichever engine looks for it.
public protocol TextPattern: Sendable {
    /// The numbers of the metavariables in the pattern.
    var boundSlots: [Int] { get }

    /// Whether the pattern may match in a file; a false `true` is possible, a false `false` is not.
    func mayMatch(in target: MatchTarget, options: MatchOptions) -> Bool

    /// All matches, in order, and whether the search gave up before it saw all of the text.
    func search(
        in target: MatchTarget, options: MatchOptions, bindings: Bindings
    ) -> (matches: [Match], hasReachedLimit: Bool)
}
