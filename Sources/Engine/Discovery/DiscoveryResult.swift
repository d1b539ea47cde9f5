/// A file to analyse.
public struct DiscoveredFile: Hashable, Sendable {
    public let path: AbsolutePath
    /// How findings call it: relative to the working directory where it is inside, absolute elsewhere.
    public let display: String
    /// Whether the user named the file itself.
    public let isExplicit: Bool
}

/// What the paths of a command line stand for.
public struct DiscoveryResult: Sendable {
    /// In the order of the bytes of their paths, each file once.
    public internal(set) var files: [DiscoveredFile] = []
    /// How many files or directories were passed over, by reason; a directory counts once, whatever is in it.
    public internal(set) var exclusions: [PathExclusion: Int] = [:]
    /// The files that the user named and that were passed over all the same, in the order given.
    public internal(set) var refused: [(display: String, exclusion: PathExclusion)] = []
    /// What makes the run one that cannot be trusted.
    public internal(set) var problems: [DiscoveryProblem] = []
}
