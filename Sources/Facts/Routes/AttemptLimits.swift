import Matching
import Syntax

/// Finds where a file limits how often something is done: calls that say so by their names, counters of a store under a key that
/// says what they are for, `redis.incr(rateLimitKey)`, and records of which those are turned away that were tried too often,
/// `if (code.attempts >= 5) throw ..`.
struct AttemptLimits {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// In preorder, with the names that say it.
    func collect() -> [(node: NodeIndex, name: String)] {
        (facts.target.nodes(of: .call).compactMap(limit) + facts.target.nodes(of: .if).compactMap(turningAway)).sorted {
            $0.node < $1.node
        }
    }

    private func limit(_ call: NodeIndex) -> (node: NodeIndex, name: String)? {
        guard let callee = tree.child(call, .callee) else { return nil }
        let name = facts.name(of: callee)
        if facts.names.holds(.limitsRate, name) { return (call, name) }
        guard facts.names.holds(.countsUp, name.lastDottedPart), let list = tree.child(call, .arguments),
            let key = tree.firstChild(list),
            facts.hasName(.limitKey, in: key) || saysLimit(facts.onlyValue(of: key) ?? key)
        else { return nil }
        return (call, name)
    }

    /// Whether a text is the key of what is counted to be limited: `otp:rate:${phone}`.
    private func saysLimit(_ value: NodeIndex) -> Bool {
        (value..<tree.subtreeEnd(value)).contains { part in
            [.string, .stringText].contains(tree.kind(part)) && facts.names.holds(.limitKey, facts.bareText(part))
        }
    }

    /// A branch that is left where a record was tried as often as it may be.
    private func turningAway(_ branch: NodeIndex) -> (node: NodeIndex, name: String)? {
        guard let condition = tree.child(branch, .condition), tree.kind(condition) == .binary,
            [">", ">="].contains(facts.mainText(condition)), let count = tree.child(condition, .left),
            tree.kind(count) == .member
        else { return nil }
        let name = facts.name(of: count)
        guard facts.names.holds(.attemptCount, name.lastDottedPart), let body = tree.child(branch, .body),
            FunctionExit.isLeft(body, in: tree)
        else { return nil }
        return (branch, name)
    }
}
