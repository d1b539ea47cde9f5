import Findings
import SourceText

/// A file's bytes with its lines.
struct SourceFile {
    let bytes: [UInt8]
    let lines: LineIndex

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = LineIndex(bytes)
    }

    /// The bytes of a 1-based line, without its line ending; nil where the file has no such line.
    func range(ofLine line: Int) -> ByteRange? {
        guard line >= 1, line <= lines.lineCount else { return nil }
        return lines.range(ofLine: line, in: bytes)
    }

    /// Whether `range` still lies inside the file, which may have changed since it was analysed.
    func holds(_ range: ByteRange) -> Bool { range.start >= 0 && range.start <= range.end && range.end <= bytes.count }
}

/// The file of the finding at hand. Findings come ordered by path, so each file is read once and one is held at a time.
struct SourceCache {
    private let sources: any SourceProvider
    private var path: String?
    private var file: SourceFile?

    init(_ sources: any SourceProvider) { self.sources = sources }

    mutating func file(_ path: String) -> SourceFile? {
        if path != self.path {
            self.path = path
            file = sources.bytes(ofFile: path).map(SourceFile.init)
        }
        return file
    }
}
