/// The patterns of one gitignore file, in its order.
struct IgnoreFile {
    let patterns: [IgnorePattern]

    init(_ bytes: [UInt8]) {
        let content = bytes.dropFirst(ContentClassifier.byteOrderMarkLength(bytes))
        patterns = content.split(separator: 0x0A).compactMap { line in
            // A carriage return belongs to the line end, as git has it.
            IgnorePattern(line: line.last == 0x0D ? line.dropLast() : line)
        }
    }

    /// What the file says of a path: ignored, taken back in, or nothing. The last pattern that matches decides.
    func verdict(_ path: [UInt8], relative: Range<Int>, name: Range<Int>, isDirectory: Bool) -> Bool? {
        for pattern in patterns.reversed()
        where pattern.matches(path, relative: relative, name: name, isDirectory: isDirectory) {
            return !pattern.isNegated
        }
        return nil
    }
}
