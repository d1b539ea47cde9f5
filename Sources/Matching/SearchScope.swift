import SourceText
import Syntax

/// The part of a file that a search looks at.
struct SearchScope {
    let nodes: Range<NodeIndex>
    let range: ByteRange
    /// Statements that are a list of their own, though no block holds just them.
    let statements: [NodeIndex]

    /// The whole file.
    init(fileOf tree: SyntaxTree) {
        nodes = 0..<NodeIndex(tree.count)
        range = ByteRange(0, tree.bytes.count)
        statements = []
    }

    /// The siblings from `first` to `last` and what is in them. `text` is what of them regular expressions see, where that is
    /// not all.
    init(from first: NodeIndex, through last: NodeIndex, in tree: SyntaxTree, text: ByteRange? = nil) {
        nodes = first..<tree.subtreeEnd(last)
        range = text ?? ByteRange(tree.range(first).start, tree.range(last).end)
        var statements: [NodeIndex] = []
        var node = first
        while node <= last {
            statements.append(node)
            node = tree.subtreeEnd(node)
        }
        self.statements = first == last && tree.kind(first).holdsStatements ? [] : statements
    }
}
