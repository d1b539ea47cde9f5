import Algorithms
import SourceText
import Syntax

/// What the nodes of a file are to a list of taint matches, by node.
struct TaintMarks {
    enum Kind: UInt8 {
        case source, sink, sanitizer, propagatorFrom, propagatorTo
    }

    struct Mark {
        var kind: Kind
        /// The index in the matches.
        var index: Int32
        /// Whether the node is all of the match, not a part of it.
        var isWhole: Bool
        fileprivate var next: Int32
    }

    private var heads: [Int32]
    private var marks: [Mark] = []
    /// By propagator: the outermost node at its destination, -1 for none.
    private var destinations: [NodeIndex]
    /// By source: the outermost node that is all of it, -1 for none.
    private var wholeSources: [NodeIndex]

    init(_ matches: TaintMatches, tree: SyntaxTree) {
        heads = [Int32](repeating: -1, count: tree.count)
        wholeSources = [NodeIndex](repeating: -1, count: matches.sources.count)
        destinations = [NodeIndex](repeating: -1, count: matches.propagators.count)
        for (index, source) in matches.sources.enumerated() {
            add(.source, index, source.range, isExact: source.isExact, tree)
        }
        for (index, sink) in matches.sinks.enumerated() { add(.sink, index, sink.range, isExact: sink.isExact, tree) }
        for (index, sanitizer) in matches.sanitizers.enumerated() {
            add(.sanitizer, index, sanitizer.range, isExact: sanitizer.isExact, tree)
        }
        for (index, propagator) in matches.propagators.enumerated() {
            add(.propagatorFrom, index, propagator.from, isExact: true, tree)
            add(.propagatorTo, index, propagator.to, isExact: true, tree)
        }
    }

    /// The first mark of a node.
    func first(_ node: NodeIndex) -> Mark? { mark(heads[Int(node)]) }

    /// The next mark of the same node.
    func next(_ mark: Mark) -> Mark? { self.mark(mark.next) }

    /// The outermost node at a propagator's destination.
    func destination(of propagator: Int32) -> NodeIndex? {
        destinations[Int(propagator)] >= 0 ? destinations[Int(propagator)] : nil
    }

    /// The outermost node that spans a source; nil where it is several nodes.
    func wholeNode(ofSource source: Int32) -> NodeIndex? {
        wholeSources[Int(source)] >= 0 ? wholeSources[Int(source)] : nil
    }

    private func mark(_ index: Int32) -> Mark? { index >= 0 ? marks[Int(index)] : nil }

    /// Marks the nodes inside `range`, or only those that span it. Nodes in preorder start in order.
    private mutating func add(_ kind: Kind, _ index: Int, _ range: ByteRange, isExact: Bool, _ tree: SyntaxTree) {
        let first = (0..<tree.count).partitioningIndex { tree.range(NodeIndex($0)).start >= range.start }
        for node in NodeIndex(first)..<NodeIndex(tree.count) {
            let nodeRange = tree.range(node)
            guard nodeRange.start < range.end || nodeRange.start == range.start else { break }
            if nodeRange == range {
                mark(node, kind, index, isWhole: true)
                if kind == .source, wholeSources[index] < 0 { wholeSources[index] = node }
                if kind == .propagatorTo, destinations[index] < 0 { destinations[index] = node }
                if isExact { markValue(ofStatement: node, kind, index, tree) }
            } else if !isExact, range.contains(nodeRange) {
                mark(node, kind, index, isWhole: false)
            } else if isExact, nodeRange.start > range.start {
                break
            }
        }
    }

    /// The value of a statement stands for the statement, which has none itself.
    private mutating func markValue(ofStatement node: NodeIndex, _ kind: Kind, _ index: Int, _ tree: SyntaxTree) {
        switch tree.kind(node) {
        case .expressionStatement, .return, .throw:
            guard let value = tree.firstChild(node), tree.range(value) != tree.range(node) else { return }
            mark(value, kind, index, isWhole: true)
        default: break
        }
    }

    private mutating func mark(_ node: NodeIndex, _ kind: Kind, _ index: Int, isWhole: Bool) {
        let next = heads[Int(node)]
        marks.append(Mark(kind: kind, index: Int32(truncatingIfNeeded: index), isWhole: isWhole, next: next))
        heads[Int(node)] = Int32(truncatingIfNeeded: marks.count - 1)
    }
}
