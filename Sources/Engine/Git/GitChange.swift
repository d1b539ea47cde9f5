/// A file that differs between two states of a repository, and is there in the newer one.
public struct GitChange: Hashable, Sendable {
    public let path: AbsolutePath
    /// The content in the index; nil where the working tree's is meant.
    public let object: GitObject?
    /// What the file was before; nil where it is new.
    public let base: Base?

    /// A file in the older state.
    public struct Base: Hashable, Sendable {
        /// Where the file was; another path than the change's where the file was renamed.
        public let path: AbsolutePath
        public let object: GitObject
    }
}

/// The differences between two states of a repository.
public struct GitChanges: Sendable {
    /// Regular files only, in the order of their paths.
    public internal(set) var files: [GitChange] = []
    /// Files with conflicts that nobody has resolved yet, in the order of their paths.
    public internal(set) var unmerged: [AbsolutePath] = []
}

/// The name of a blob.
public struct GitObject: Hashable, Sendable {
    /// Hexadecimal digits, 40 or 64 of them.
    public let name: String
}
