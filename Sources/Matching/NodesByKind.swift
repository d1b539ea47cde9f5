import Syntax

/// The nodes of a file by their kinds, sorted by these at once; only for kinds that somebody asks for there is a list.
final class NodesByKind {
    /// In preorder within their kind, one kind after the other.
    private let nodes: [NodeIndex]
    /// By kind: where its nodes begin, and where the last kind's end.
    private let starts: [Int]
    private var lists: [[NodeIndex]?]

    init(_ tree: SyntaxTree) {
        let kindCount = NodeKind.allCases.count
        var starts = [Int](repeating: 0, count: kindCount + 1)
        for kind in tree.kinds { starts[Int(kind.rawValue) + 1] += 1 }
        for kind in 0..<kindCount { starts[kind + 1] += starts[kind] }
        self.starts = starts
        var nodes = [NodeIndex](repeating: 0, count: tree.count)
        var places = nodes.mutableSpan
        var next = starts.mutableSpan
        for (index, kind) in tree.kinds.enumerated() {
            places[next[Int(kind.rawValue)]] = NodeIndex(index)
            next[Int(kind.rawValue)] += 1
        }
        self.nodes = nodes
        lists = [[NodeIndex]?](repeating: nil, count: kindCount)
    }

    func count(of kind: NodeKind) -> Int { starts[Int(kind.rawValue) + 1] - starts[Int(kind.rawValue)] }

    /// In preorder.
    func nodes(of kind: NodeKind) -> [NodeIndex] {
        if count(of: kind) == 0 { return [] }
        let number = Int(kind.rawValue)
        if let known = lists[number] { return known }
        let list = Array(nodes[starts[number]..<starts[number + 1]])
        lists[number] = list
        return list
    }
}
