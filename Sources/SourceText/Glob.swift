/// A pattern for paths: `*` and `?` match within a segment, `**` any number of segments, `[a-z]` and `[!a-z]` one
/// character, `{a,b}` either, `\` takes the next character as it is. A pattern that is malformed matches what it spells.
///
/// Paths have `/` between their segments; `.` segments and doubled slashes do not count. Time is bounded by the product of
/// the lengths of pattern and path.
public struct Glob: Hashable, Sendable {
    /// Where in a path a pattern must match.
    public enum Placement: Hashable, Sendable {
        /// As `paths:` of a Semgrep rule means it: at any depth, a folder standing for all that is in it. A leading `/`
        /// ties it to the root.
        case anywhere
        /// As `.gitignore` means it: a pattern with a slash before its last character is tied to the root, another one
        /// matches at any depth; a folder stands for all that is in it, and a trailing slash says that it is a folder.
        case ignoreFile
        /// The whole path and nothing else.
        case whole
    }

    /// The pattern as it was written.
    public let pattern: String
    /// One for each way to choose from the braces.
    let alternatives: [GlobPath]

    public init(_ pattern: String, placement: Placement = .anywhere) {
        self.pattern = pattern
        alternatives = GlobBraces.expand(Array(pattern.utf8)).map { GlobPath($0, placement: placement) }
    }

    public func matches(_ path: String) -> Bool { matches(PathSegments(path)) }

    public func matches(_ path: PathSegments) -> Bool { alternatives.contains { $0.matches(path) } }
}
