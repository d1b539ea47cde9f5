import Syntax

/// A file to check, with where its bytes come from.
public struct InputFile: Sendable {
    public enum Content: Sendable {
        /// What the disk holds when the file's turn comes.
        case disk
        /// Standard input, or a version of the file that git keeps.
        case bytes([UInt8])
        case failure(FileReadingError)
    }

    public let path: AbsolutePath
    /// How findings call it.
    public let display: String
    public let content: Content
    /// Whether the user named the file itself.
    public let isExplicit: Bool
    /// What the file is taken for where its name does not say.
    let assumedLanguage: (any Language)?

    public init(
        path: AbsolutePath, display: String, content: Content = .disk, isExplicit: Bool = false,
        assumedLanguage: (any Language)? = nil
    ) {
        self.assumedLanguage = assumedLanguage
        self.path = path
        self.display = display
        self.content = content
        self.isExplicit = isExplicit
    }

    public init(_ file: DiscoveredFile) {
        self.init(path: file.path, display: file.display, isExplicit: file.isExplicit)
    }

    /// The path relative to the top of the project; the same text in memory as `display` where it is the same.
    func pathInProject(from top: AbsolutePath) -> String {
        let relative = path.display(from: top)
        return relative == display ? display : relative
    }

    func read(limit: Int) throws(FileReadingError) -> [UInt8] {
        switch content {
        case .disk: return try FileReading.read(path, limit: limit)
        case .bytes(let bytes):
            if bytes.count > limit { throw .oversized(limit: limit) }
            return bytes
        case .failure(let error): throw error
        }
    }
}
