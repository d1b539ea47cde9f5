import Matching
import Syntax

/// Reads conditions that compare a status with those of the server's own errors: `status >= 500`.
struct StatusConditions {
    let facts: FileFacts

    /// Variables are followed this far.
    private static let depthLimit = 4
    private var tree: SyntaxTree { facts.tree }

    /// The names that a status comes from which is sure to be below those of the server's errors where the condition holds, or
    /// where it does not: `error` of `error.status < 500`.
    func names(sparedBy condition: NodeIndex, holding: Bool) -> Set<String> {
        let node = facts.unwrapped(condition)
        switch tree.kind(node) {
        case .unary:
            guard ["!", "not"].contains(facts.mainText(node)), let value = tree.child(node, .value) else { return [] }
            return names(sparedBy: value, holding: !holding)
        case .binary:
            guard let left = tree.child(node, .left), let right = tree.child(node, .right) else { return [] }
            let sign = facts.mainText(node)
            if (holding ? ["&&", "and"] : ["||", "or"]).contains(sign) {
                return names(sparedBy: left, holding: holding).union(names(sparedBy: right, holding: holding))
            }
            let reader = StatusReader(facts: facts)
            if let bound = reader.status(of: right) {
                return isSpared(sign, bound, holding) ? sources(of: left, depth: 0) : []
            }
            guard let bound = reader.status(of: left), let mirrored = Self.mirrored[sign] else { return [] }
            return isSpared(mirrored, bound, holding) ? sources(of: right, depth: 0) : []
        default: return []
        }
    }

    private static let mirrored = [
        "<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "===": "===", "!=": "!=", "!==": "!==",
    ]

    /// Whether what is compared with a bound is the status of an error, and none of the server's.
    private func isSpared(_ sign: String, _ bound: Int, _ holding: Bool) -> Bool {
        switch sign {
        case "<": holding && (401...500).contains(bound)
        case "<=": holding && (400...499).contains(bound)
        case ">": !holding && (400...499).contains(bound)
        case ">=": !holding && (401...500).contains(bound)
        case "==", "===": holding ? (400...499).contains(bound) : bound == 500
        case "!=", "!==": holding ? bound == 500 : (400...499).contains(bound)
        default: false
        }
    }

    /// The names that a value is made of, with those that the variables among them are: `status` and `error` where
    /// `status` is `error.status ?? 500`.
    private func sources(of node: NodeIndex, depth: Int) -> Set<String> {
        guard depth < Self.depthLimit else { return [] }
        var found: Set<String> = []
        for part in node..<tree.subtreeEnd(node) where tree.kind(part) == .identifier && facts.variable(of: part) != nil
        {
            found.insert(facts.text(part))
            if let value = facts.onlyValue(of: part), !(value..<tree.subtreeEnd(value)).contains(part) {
                found.formUnion(sources(of: value, depth: depth + 1))
            }
        }
        if tree.kind(node) == .member, let value = valueGiven(to: node) {
            found.formUnion(sources(of: value, depth: depth + 1))
        }
        return found
    }

    /// What the function gives a part of something last before it reads it: `ctx.status = error.status ?? 500`.
    private func valueGiven(to member: NodeIndex) -> NodeIndex? {
        let function = FunctionTable.enclosing(member, in: tree)
        let assignment = facts.target.nodes(of: .assignment).last { node in
            node < member && FunctionTable.enclosing(node, in: tree) == function
                && tree.child(node, .target).map { tree.text($0).elementsEqual(tree.text(member)) } == true
        }
        return assignment.flatMap { tree.child($0, .value) }
    }
}
