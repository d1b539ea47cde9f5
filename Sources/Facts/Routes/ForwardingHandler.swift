import Matching
import Syntax

/// Finds handlers that do nothing but hand the request to a function of another file or of a package, which may turn
/// callers away: `(c) => handle(c.req.raw)`.
struct ForwardingHandler {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// What the function leaves its work to; nil where it does some itself.
    func target(of function: NodeIndex) -> Symbol? {
        guard let expression = onlyExpression(of: function), let list = tree.child(function, .parameters),
            let first = tree.firstChild(list), let name = tree.child(first, .name), tree.kind(name) == .identifier
        else { return nil }
        let request = facts.target.semantics.variables[Int(name)]
        guard request >= 0 else { return nil }
        for node in expression..<tree.subtreeEnd(expression) where tree.kind(node) == .call {
            guard let callee = tree.child(node, .callee), let arguments = tree.child(node, .arguments),
                tree.children(arguments).contains(where: { isRequest($0, request) })
            else { continue }
            // What a method of an imported object is given may as well be a row to store.
            guard tree.kind(callee) == .identifier || facts.means(.requestOrSetting, name) else {
                continue
            }
            if let symbol = facts.modules.symbol(of: callee, in: facts.target) ?? maker(of: callee) {
                // What is called in a query may only make a predicate. (What a query holds may depend on routes.)
                return facts.matches.of(.queries, within: tree.range(expression)).isEmpty ? symbol : nil
            }
            // Whoever gets the response as well may answer with it.
            if let symbol = injected(callee), isEach(of: list, among: arguments) { return symbol }
        }
        return nil
    }

    /// The package's function that made what a callee holds: `const handle = handleCallback(async (message) => ..)`.
    private func maker(of callee: NodeIndex) -> Symbol? {
        guard tree.kind(callee) == .identifier, let value = facts.onlyValue(of: callee),
            tree.kind(value) == .call,
            let made = tree.child(value, .callee), facts.modules.isFromPackage(made, in: facts.target)
        else { return nil }
        return facts.modules.symbol(of: made, in: facts.target)
    }

    /// A method of an object that the own class is given, or the function that makes the handler.
    private func injected(_ callee: NodeIndex) -> Symbol? {
        guard tree.kind(callee) == .member, let object = tree.child(callee, .object), tree.kind(object) == .member,
            let root = tree.child(object, .object), tree.kind(root) == .identifier
        else { return nil }
        return facts.instanceMember(callee) ?? Symbol(name: facts.name(of: callee))
    }

    /// Whether all of several parameters are passed on, which are by their names the request and the response.
    private func isEach(of parameters: NodeIndex, among arguments: NodeIndex) -> Bool {
        let variables = tree.children(parameters).map { parameter -> Int32 in
            guard let name = tree.child(parameter, .name), facts.means(.requestOrSetting, name) else {
                return -1
            }
            return facts.target.semantics.variables[Int(name)]
        }
        return variables.count > 1
            && variables.allSatisfy { variable in
                variable >= 0 && tree.children(arguments).contains { isRequest($0, variable) }
            }
    }

    /// The expression that the function consists of.
    private func onlyExpression(of function: NodeIndex) -> NodeIndex? {
        guard let body = tree.child(function, .body) else { return nil }
        guard tree.kind(body) == .block else { return body }
        // A directive does nothing: `'use server'`.
        let statements = Array(
            tree.children(body).drop { tree.child($0, .value).map { tree.kind($0) == .string } ?? false })
        guard statements.count == 1, [.return, .expressionStatement].contains(tree.kind(statements[0])) else {
            return nil
        }
        return tree.child(statements[0], .value)
    }

    /// Whether an argument is the request as a whole, or an object that holds it.
    private func isRequest(_ argument: NodeIndex, _ request: Int32) -> Bool {
        switch tree.kind(argument) {
        case .identifier: return facts.target.semantics.variables[Int(argument)] == request
        case .member:
            guard let object = tree.child(argument, .object), let name = tree.child(argument, .name),
                facts.means(.wholeRequest, name)
            else { return false }
            return isRequest(object, request)
        case .object:
            return tree.children(argument).contains { child in
                switch tree.kind(child) {
                case .shorthand: tree.child(child, .name).map { isRequest($0, request) } ?? false
                case .pair, .spread: tree.child(child, .value).map { isRequest($0, request) } ?? false
                default: false
                }
            }
        default: return false
        }
    }
}
