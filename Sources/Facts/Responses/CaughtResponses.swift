import Matching
import Syntax

/// Knows of exceptions that are meant as responses whether they end in a `catch` of the same function: then no client gets them.
struct CaughtResponses {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// Whether something that is thrown is caught around it, by what passes nothing of it on.
    func holds(_ thrown: NodeIndex) -> Bool {
        var child = thrown
        var node = tree.parent(thrown)
        while node >= 0 {
            switch tree.kind(node) {
            case .function: return false
            case .lambda:
                guard isAwaited(node) else { return false }
            case .try where tree.role(child) == .body:
                let clauses = tree.children(node).filter { tree.kind($0) == .catch }
                if clauses.contains(where: passesOn) { return false }
                if clauses.contains(where: takesAll) { return true }
            default: break
            }
            child = node
            node = tree.parent(node)
        }
        return false
    }

    /// Whether a closure is given to a call that is waited for where it stands, so that what it throws is thrown there.
    private func isAwaited(_ closure: NodeIndex) -> Bool {
        guard tree.parent(closure) >= 0, tree.kind(tree.parent(closure)) == .argumentList,
            !facts.isHandler(closure)
        else { return false }
        var node = tree.parent(tree.parent(closure))
        while node >= 0, [.call, .member, .parenthesized, .tryExpression].contains(tree.kind(node)) {
            node = tree.parent(node)
        }
        return node >= 0 && tree.kind(node) == .await
    }

    private func takesAll(_ clause: NodeIndex) -> Bool {
        let types = [tree.child(clause, .type)].compactMap { $0 } + patterns(of: clause)
        return types.isEmpty || types.contains { facts.names.holds(.anyError, facts.text($0)) }
    }

    private func patterns(of clause: NodeIndex) -> [NodeIndex] {
        tree.children(clause).filter { tree.role($0) == .pattern }
    }

    /// Whether a clause throws again, or does more with what it catches than to write it to a log and to ask what it is.
    private func passesOn(_ clause: NodeIndex) -> Bool {
        guard let body = tree.child(clause, .body) else { return true }
        let bound = tree.child(clause, .name) ?? patterns(of: clause).first { tree.kind($0) == .identifier }
        let name = bound.map { facts.text($0) } ?? "error"
        return (body..<tree.subtreeEnd(body)).contains { node in
            switch tree.kind(node) {
            case .throw: true
            case .identifier: tree.text(node).elementsEqual(name.utf8) && isUse(node) && !isKept(node, within: body)
            default: false
            }
        }
    }

    private func isUse(_ identifier: NodeIndex) -> Bool {
        ![.name, .label, .key].contains(tree.role(identifier))
    }

    private func isKept(_ identifier: NodeIndex, within body: NodeIndex) -> Bool {
        var node = identifier
        while node > body {
            if tree.role(node) == .condition { return true }
            if tree.kind(node) == .call, let callee = tree.child(node, .callee),
                facts.names.holds(.writesLog, facts.text(callee))
            {
                return true
            }
            node = tree.parent(node)
        }
        return false
    }
}
