import Matching
import Syntax

/// What functions and closures give back.
extension FileFacts {
    /// The expressions whose values a function, a closure or the getter of a property gives back.
    func results(of function: NodeIndex) -> [NodeIndex] {
        guard let body = tree.child(function, .body) else { return [] }
        guard tree.kind(body) == .block else { return [body] }
        if let getter = getter(in: body) { return results(of: getter) }
        let owner = FunctionTable.enclosing(function, in: tree)
        let values = (body..<tree.subtreeEnd(body)).compactMap { part in
            tree.kind(part) == .return && FunctionTable.enclosing(part, in: tree) == owner
                ? tree.child(part, .value) : nil
        }
        return values.isEmpty && givesOnlyExpression(function) ? onlyExpressions(of: body) : values
    }

    /// `var title: String { get { .. } set { .. } }`: the function that gives what the braces of a property make.
    private func getter(in body: NodeIndex) -> NodeIndex? {
        guard tree.kind(tree.parent(body)) == .declarator || tree.kind(tree.parent(body)) == .field else { return nil }
        return tree.children(body).first { tree.kind($0) == .function && mainText($0) == "get" }
    }

    /// Whether the only expression of a body is what it gives: a function that says that it gives something, an accessor, a
    /// closure, a property.
    private func givesOnlyExpression(_ function: NodeIndex) -> Bool {
        guard target.evaluation.onlyExpressionIsResult else { return false }
        return tree.kind(function) != .function || tree.child(function, .returnType) != nil
            || tree.child(function, .name) == nil
    }

    /// The expressions of which a block without `return` gives one: its only statement, or the branches of it. None where one of
    /// them gives nothing that way.
    private func onlyExpressions(of block: NodeIndex) -> [NodeIndex] {
        guard tree.kind(block) == .block, let statement = tree.firstChild(block),
            tree.subtreeEnd(statement) == tree.subtreeEnd(block)
        else { return [] }
        return onlyExpressions(ofStatement: statement)
    }

    /// The expressions of which an `if` or `switch` that stands for a value gives one, or the expression of a statement.
    func onlyExpressions(ofStatement statement: NodeIndex) -> [NodeIndex] {
        let branches: [NodeIndex]
        switch tree.kind(statement) {
        case .expressionStatement: return tree.child(statement, .value).map { onlyExpressions(ofStatement: $0) } ?? []
        case .switch:
            branches = tree.children(statement).filter { tree.kind($0) == .case }.compactMap { tree.child($0, .body) }
        case .if:
            guard let body = tree.child(statement, .body), let alternate = tree.child(statement, .alternate) else {
                return []
            }
            branches = [body, alternate]
        default: return tree.kind(statement).isStatement ? [] : [statement]
        }
        let values = branches.map {
            tree.kind($0) == .block ? onlyExpressions(of: $0) : onlyExpressions(ofStatement: $0)
        }
        return values.contains(where: \.isEmpty) ? [] : values.flatMap { $0 }
    }

    /// Whether an expression is what the function around it gives back, as it stands.
    func isResult(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0 else { return false }
        switch tree.kind(parent) {
        case .return: return true
        case .lambda, .function: return tree.role(node) == .body
        case .expressionStatement:
            guard let function = FunctionTable.enclosing(parent, in: tree), givesOnlyExpression(function),
                let body = tree.child(function, .body)
            else { return false }
            return onlyExpressions(of: body).contains(node)
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

    /// Whether a closure is what a call hands its result to, or the error that it met: `db.query(text, (error, rows) => ..)`.
    func isContinuation(_ closure: NodeIndex) -> Bool {
        let list = tree.parent(closure)
        guard tree.kind(closure) == .lambda, list >= 0, tree.kind(list) == .argumentList,
            tree.subtreeEnd(closure) == tree.subtreeEnd(list), tree.kind(tree.parent(list)) == .call,
            let callee = tree.child(tree.parent(list), .callee), tree.kind(callee) == .member,
            let method = tree.child(callee, .name), means(.handsResultOn, method),
            let parameters = tree.child(closure, .parameters), let first = tree.firstChild(parameters),
            let error = tree.child(first, .name)
        else { return false }
        return means(.caughtError, error)
    }

    /// The name by which the closure knows the result that a call hands it: `rows` of `db.query(text, (error, rows) => ..)`.
    func handedResult(of call: NodeIndex) -> NodeIndex? {
        guard tree.kind(call) == .call, let list = tree.child(call, .arguments),
            let last = Array(tree.children(list)).last, isContinuation(last),
            let parameters = tree.child(last, .parameters).map({ Array(tree.children($0)) }), parameters.count > 1,
            let result = tree.child(parameters[1], .name), tree.kind(result) == .identifier
        else { return nil }
        return result
    }

    /// The call whose result a parameter of a closure is.
    func call(handingOn name: NodeIndex) -> NodeIndex? {
        guard tree.kind(tree.parent(name)) == .parameter, let closure = FunctionTable.enclosing(name, in: tree),
            isContinuation(closure)
        else { return nil }
        let call = tree.parent(tree.parent(closure))
        return handedResult(of: call) == name ? call : nil
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
