/// Globs of which it is asked together whether one matches a path.
public struct GlobSet: Sendable {
    /// Those of all globs.
    private var alternatives: [GlobPath]
    /// By alternative: the pairs of bytes that every path has that it matches. They stand apart so that most alternatives are
    /// ruled out without a look at them: a run asks this of every file for every rule, on all threads.
    private var pairs: [BytePairs]

    public init(_ globs: [Glob]) {
        alternatives = globs.flatMap(\.alternatives)
        pairs = alternatives.map(\.pairs)
    }

    /// Adds the globs of another set.
    public mutating func add(_ other: GlobSet) {
        alternatives += other.alternatives
        pairs += other.pairs
    }

    /// Whether one of the globs matches.
    public func matches(_ path: PathSegments) -> Bool {
        for index in pairs.indices where pairs[index].isSubset(of: path.pairs) {
            if alternatives[index].matches(path) { return true }
        }
        return false
    }
}
