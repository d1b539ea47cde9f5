import Matching
import Syntax

/// Finds handlers that do nothing, whatever is asked of them: they refuse, send the caller elsewhere, or give those who
/// read and those who write the same page.
struct IdleHandler {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Whether a function refuses every request or redirects it, and does nothing before that but name things.
    func refuses(_ function: NodeIndex) -> Bool {
        guard let body = tree.child(function, .body) else { return false }
        guard tree.kind(body) == .block else { return isRefusal(body) }
        let statements = Array(tree.children(body))
        guard let last = statements.last, statements.dropLast().allSatisfy(doesNothing) else { return false }
        switch tree.kind(last) {
        case .throw: return true
        case .return, .expressionStatement: return tree.child(last, .value).map(isRefusal) ?? false
        default: return false
        }
    }

    /// Whether a handler of several methods serves a page or a file, and reads neither which method was asked for nor
    /// anything that was sent.
    func onlyServes(_ function: NodeIndex) -> Bool {
        var serves = false
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .identifier {
            if facts.means(.tellsRequest, node) { return false }
            serves = serves || facts.means(.servesPage, node)
        }
        return serves
    }

    /// Whether a statement only says something or gives a name to what is computed at once.
    private func doesNothing(_ statement: NodeIndex) -> Bool {
        switch tree.kind(statement) {
        case .empty: return true
        case .expressionStatement:
            guard let value = tree.child(statement, .value) else { return false }
            if tree.kind(value) == .string { return true }
            if tree.kind(value) == .assignment { return isPlain(value) }
            return tree.kind(value) == .call && speaks(value)
        case .variableDeclaration, .assignment: return isPlain(statement)
        default: return false
        }
    }

    private func speaks(_ call: NodeIndex) -> Bool {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object)
        else { return false }
        return facts.isNamed(.logsRequests, object) || facts.names.holds(.cannotReject, facts.name(of: callee))
    }

    private func isPlain(_ statement: NodeIndex) -> Bool {
        !(statement..<tree.subtreeEnd(statement)).contains { [.await, .lambda, .function].contains(tree.kind($0)) }
    }

    /// An answer of an error or a redirection.
    private func isRefusal(_ value: NodeIndex) -> Bool {
        let value = facts.unwrapped(value)
        guard tree.kind(value) == .call || tree.kind(value) == .new else { return false }
        if facts.isNamed(.redirects, value) { return true }
        let range = tree.range(value)
        return facts.responses.lying(within: range, by: \.range).contains { response in
            response.range.start == range.start && (response.status.value ?? 0) >= 400
        }
    }
}
