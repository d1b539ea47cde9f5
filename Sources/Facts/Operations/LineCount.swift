import Algorithms
import SourceText
import Syntax

/// How many lines stretches of one file have.
struct LineCount {
    /// Which lines count.
    enum Kind: Sendable {
        case physical
        /// Those that are neither blank nor only comment.
        case code
    }

    private let tree: SyntaxTree
    private let lines: LineIndex

    init(_ tree: SyntaxTree, lines: LineIndex) {
        self.tree = tree
        self.lines = lines
    }

    /// The lines that a stretch of the file touches. A line break that ends the stretch opens no further line.
    func count(_ range: ByteRange, _ kind: Kind) -> Int {
        guard range.count > 0 else { return 0 }
        switch kind {
        case .physical: return lines.line(at: range.end - 1) - lines.line(at: range.start) + 1
        case .code: return codeLines(in: range)
        }
    }

    /// The first line of the file, without its line break.
    var firstLine: ByteRange { lines.range(ofLine: 1, in: tree.bytes) }

    private func codeLines(in range: ByteRange) -> Int {
        var count = 0
        var last = 0
        for token in firstToken(from: range.start)..<tree.tokens.count {
            let start = Int(tree.tokens.starts[token])
            let end = Int(tree.tokens.ends[token])
            if start >= range.end { break }
            // Layout has no line of its own: the break that ends a line, the dedent before the next.
            if end <= start || [.newline, .indent, .dedent].contains(tree.tokens.kinds[token]) { continue }
            var line = max(lines.line(at: start), last + 1)
            let final = lines.line(at: end - 1)
            while line <= final {
                if !isBlank(line) { count += 1 }
                last = line
                line += 1
            }
        }
        return count
    }

    /// The index of the first token that starts at or after an offset, by bisection.
    private func firstToken(from offset: Int) -> Int {
        tree.tokens.starts.partitioningIndex { Int($0) >= offset }
    }

    private func isBlank(_ line: Int) -> Bool {
        let range = lines.range(ofLine: line, in: tree.bytes)
        return tree.bytes[range.start..<range.end].allSatisfy(\.isSpace)
    }
}
