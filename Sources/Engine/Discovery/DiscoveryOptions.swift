/// What a walk looks for and what it passes over.
public struct DiscoveryOptions: Sendable {
    public var selection: FileSelection
    /// Whether gitignore files count, and whether hidden and vendored directories and generated names are passed over;
    /// `--no-ignore` switches this off.
    public var honorsIgnores: Bool
    /// The file that git's `core.excludesFile` names, or its default.
    public var userIgnoreFile: AbsolutePath?
    /// The configured excludes. It is asked about each file and each directory above it, so that excluding a directory
    /// excludes what is in it.
    public var isExcluded: @Sendable (_ path: AbsolutePath, _ isDirectory: Bool) -> Bool

    /// Told of each folder that is walked.
    public var knownFolders: KnownFolders?

    public init(
        selection: FileSelection, honorsIgnores: Bool = true, userIgnoreFile: AbsolutePath? = nil,
        knownFolders: KnownFolders? = nil,
        isExcluded: @escaping @Sendable (_ path: AbsolutePath, _ isDirectory: Bool) -> Bool = { _, _ in false }
    ) {
        self.selection = selection
        self.honorsIgnores = honorsIgnores
        self.userIgnoreFile = userIgnoreFile
        self.knownFolders = knownFolders
        self.isExcluded = isExcluded
    }
}
