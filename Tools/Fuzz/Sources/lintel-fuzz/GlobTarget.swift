import SourceText

extension FuzzTarget {
    /// The input's first line as a pattern, the rest as a path.
    static let glob = FuzzTarget(name: "glob") { bytes in
        let pattern = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let path = String(decoding: bytes.dropFirst(pattern.utf8.count + 1), as: UTF8.self)
        for placement in [Glob.Placement.anywhere, .ignoreFile, .whole] {
            _ = Glob(pattern, placement: placement).matches(path)
        }
    }
}
