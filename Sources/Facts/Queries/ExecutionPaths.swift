import Syntax

/// Which queries of a function may be run one after the other in one call of it.
struct ExecutionPaths {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// The queries before one that are run on a path that reaches it.
    func predecessors(of index: Int) -> [Int] {
        let query = facts.queries[index]
        guard query.function >= 0, query.isRun else { return [] }
        return facts.queries.indices.filter { other in
            let earlier = facts.queries[other]
            return earlier.function == query.function && earlier.isRun && earlier.range.start < query.range.start
                && mayReach(earlier.node, query.node)
        }
    }

    /// Whether a path leads from one node to a later one of the same function: they are in no exclusive branches, and
    /// nothing leaves the function in between on the first one's branch.
    func mayReach(_ first: NodeIndex, _ second: NodeIndex) -> Bool {
        var branch = first
        while true {
            let parent = tree.parent(branch)
            guard parent >= 0 else { return true }
            if (parent..<tree.subtreeEnd(parent)).contains(second) { return !excludes(parent, branch, second) }
            if tree.kind(parent) == .block || tree.kind(parent) == .case, leaves(parent, after: branch) { return false }
            // A callback's own end is not the end of the function around it.
            branch = parent
        }
    }

    /// Whether a node lets only one of two children be run.
    private func excludes(_ node: NodeIndex, _ first: NodeIndex, _ second: NodeIndex) -> Bool {
        let other = tree.children(node).first { ($0..<tree.subtreeEnd($0)).contains(second) } ?? second
        switch tree.kind(node) {
        case .if, .conditional:
            return tree.role(first) == .body && tree.role(other) == .alternate
        case .switch: return tree.kind(first) == .case && tree.kind(other) == .case
        case .try:
            return tree.role(first) == .body && tree.kind(other) == .catch
                || tree.kind(first) == .catch && tree.kind(other) == .catch
        case .binary: return ["||", "??"].contains(String(decoding: tree.mainText(node), as: UTF8.self))
        default: return false
        }
    }

    /// Whether a block leaves its function or loop after a statement of it.
    private func leaves(_ block: NodeIndex, after statement: NodeIndex) -> Bool {
        guard tree.parent(block) >= 0, tree.kind(tree.parent(block)) != .lambda || !isCallback(block) else {
            return false
        }
        var node = statement
        while node < tree.subtreeEnd(block) {
            switch tree.kind(node) {
            case .return, .throw, .break, .continue: return true
            default: break
            }
            node = tree.subtreeEnd(node)
        }
        return false
    }

    private func isCallback(_ block: NodeIndex) -> Bool { tree.role(block) == .body }
}
