/// Which file names a walk takes. Files that a user names are held against it too, and said to be of no known kind.
public struct FileSelection: Sendable {
    private let extensions: Set<[UInt8]>
    private let names: Set<[UInt8]>
    private let prefixes: [[UInt8]]

    /// - Parameters:
    ///   - extensions: what follows the last dot of a name.
    ///   - names: whole names.
    ///   - prefixes: how a name may begin, `.env.` say.
    public init(extensions: some Sequence<String>, names: some Sequence<String> = [], prefixes: [String] = []) {
        self.extensions = Set(extensions.map { Array($0.utf8) })
        self.names = Set(names.map { Array($0.utf8) })
        self.prefixes = prefixes.map { Array($0.utf8) }
    }

    /// Whether a file of this name is taken.
    public func contains(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        if let dot = name.lastIndex(of: 0x2E), extensions.contains(Array(name[name.index(after: dot)...])) {
            return true
        }
        return names.contains(Array(name)) || prefixes.contains { name.starts(with: $0) }
    }
}
