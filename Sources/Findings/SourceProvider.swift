/// Where a reporter gets the text of a file from: the disk, the index of a commit in the making, standard input.
public protocol SourceProvider: Sendable {
    /// The bytes of the file that findings call `path`, as they were analysed; nil where they are no longer to be had,
    /// and the report goes on without them.
    func bytes(ofFile path: String) -> [UInt8]?
}

/// The files of a run that holds them in memory.
public struct InMemorySources: SourceProvider {
    private let files: [String: [UInt8]]

    public init(_ files: [String: [UInt8]] = [:]) { self.files = files }

    public func bytes(ofFile path: String) -> [UInt8]? { files[path] }
}
