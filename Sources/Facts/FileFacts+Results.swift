import Matching
import Syntax

/// What functions and closures give back.
extension FileFacts {
    /// The expressions whose values a function gives back.
    func results(of function: NodeIndex) -> [NodeIndex] {
        guard let body = tree.child(function, .body) else { return [] }
        guard tree.kind(body) == .block else { return [body] }
        let returned = (body..<tree.subtreeEnd(body)).filter { part in
            tree.kind(part) == .return && FunctionTable.enclosing(part, in: tree) == function
        }
        let values = returned.compactMap { tree.child($0, .value) }
        return values.isEmpty ? onlyExpression(of: function, body).map { [$0] } ?? [] : values
    }

    /// The expression that is all of a body, and so its value, where the function says that it gives one or is a closure in
    /// braces: `{ db in try Player.fetchAll(db) }`.
    private func onlyExpression(of function: NodeIndex, _ body: NodeIndex) -> NodeIndex? {
        let isClosure = tree.kind(function) == .lambda && tree.text(function).first == UInt8(ascii: "{")
        guard isClosure || tree.child(function, .returnType) != nil, let first = tree.firstChild(body),
            tree.subtreeEnd(first) == tree.subtreeEnd(body), tree.kind(first) == .expressionStatement
        else { return nil }
        return tree.child(first, .value)
    }

    /// Whether an expression is what the function around it gives back, as it stands.
    func isResult(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0 else { return false }
        switch tree.kind(parent) {
        case .return: return true
        case .lambda, .function: return tree.role(node) == .body
        case .expressionStatement:
            guard let function = FunctionTable.enclosing(parent, in: tree), let body = tree.child(function, .body)
            else {
                return false
            }
            return onlyExpression(of: function, body) == node
        default: return false
        }
    }

    /// The expressions of which a call gives one because it runs a closure at once: of `queue.read { db in .. }`, what the
    /// closure gives.
    func results(ofClosureIn call: NodeIndex) -> [NodeIndex] {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), isNamed(.givesBackResult, callee),
            let list = tree.child(call, .arguments)
        else { return [] }
        let closure = tree.children(list).lazy.map { self.unwrapped($0) }.first { self.tree.kind($0) == .lambda }
        return closure.map { results(of: $0) } ?? []
    }

    /// The call that gives the value of an expression because a closure that it runs at once gives that.
    func call(givingBack node: NodeIndex) -> NodeIndex? {
        guard isResult(node), let closure = FunctionTable.enclosing(tree.parent(node), in: tree),
            tree.kind(closure) == .lambda
        else { return nil }
        var list = tree.parent(closure)
        if list >= 0, tree.kind(list) == .keywordArgument { list = tree.parent(list) }
        guard list >= 0, tree.kind(list) == .argumentList, tree.kind(tree.parent(list)) == .call,
            let callee = tree.child(tree.parent(list), .callee), isNamed(.givesBackResult, callee)
        else { return nil }
        return tree.parent(list)
    }
}
