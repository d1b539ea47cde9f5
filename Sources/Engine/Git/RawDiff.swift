/// Reads `git diff --raw -z` (git-diff(1), "Raw output format").
struct RawDiff {
    /// One entry; paths are relative to the top of the working tree.
    struct Entry: Equatable {
        let isRegularBefore: Bool
        let isRegularAfter: Bool
        let before: GitObject
        let after: GitObject
        /// `A`, `D`, `M`, `R`, `T`, `U` …
        let status: UInt8
        let oldPath: [UInt8]
        let path: [UInt8]
    }

    /// The entries; nil where the output is not in that format.
    static func entries(_ output: [UInt8]) -> [Entry]? {
        var fields = output.split(separator: 0, omittingEmptySubsequences: false)[...]
        if fields.last?.isEmpty == true { fields.removeLast() }
        var entries: [Entry] = []
        while let header = fields.popFirst() {
            // :100644 100644 <name> <name> R086
            let parts = header.split(separator: 0x20)
            guard header.first == 0x3A, parts.count == 5, let status = parts[4].first, let first = fields.popFirst()
            else { return nil }
            var path = first
            if status == UInt8(ascii: "R") || status == UInt8(ascii: "C") {
                guard let second = fields.popFirst() else { return nil }
                path = second
            }
            entries.append(
                Entry(
                    isRegularBefore: parts[0].dropFirst().starts(with: regular),
                    isRegularAfter: parts[1].starts(with: regular),
                    before: object(parts[2]), after: object(parts[3]), status: status, oldPath: Array(first),
                    path: Array(path)))
        }
        return entries
    }

    /// How the modes of regular files begin, executable or not; links are 120000, submodules 160000.
    private static let regular = Array("100".utf8)

    private static func object(_ name: ArraySlice<UInt8>) -> GitObject {
        GitObject(name: String(decoding: name, as: UTF8.self))
    }
}
