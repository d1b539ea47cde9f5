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
        guard tree.kind(block) == .block, let statement = tree.onlyChild(block) else { return [] }
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

    /// The name by which a closure knows the result that a call hands it, or the pattern that takes that apart: `rows` of
    /// `db.query(text, (error, rows) => ..)` and of `db.query(text).then((rows) => ..)`.
    func handedResult(of call: NodeIndex) -> NodeIndex? {
        guard tree.kind(call) == .call else { return nil }
        if let closure = promisedClosure(of: call) { return resultName(of: closure, at: 0) }
        guard let list = tree.child(call, .arguments), let last = Array(tree.children(list)).last, isContinuation(last)
        else { return nil }
        return resultName(of: last, at: 1)
    }

    private func resultName(of closure: NodeIndex, at position: Int) -> NodeIndex? {
        guard let parameters = tree.child(closure, .parameters).map({ Array(tree.children($0)) }),
            parameters.indices.contains(position)
        else { return nil }
        return tree.child(parameters[position], .name)
    }

    /// The closure that gets what the promise of a call gives, be the call the whole chain: `query.then((rows) => ..)`.
    private func promisedClosure(of call: NodeIndex) -> NodeIndex? {
        if let next = tree.methodCall(on: call), let closure = continuation(of: next) { return closure }
        var found: NodeIndex?
        var current = call
        while tree.kind(current) == .call, let callee = tree.child(current, .callee), tree.kind(callee) == .member,
            let method = tree.child(callee, .name), means(.waitsForPromise, method),
            let object = tree.child(callee, .object)
        {
            found = continuation(of: current) ?? found
            current = object
        }
        return found
    }

    /// The closure that a call is given to go on with: `.then((rows) => ..)`.
    private func continuation(of call: NodeIndex) -> NodeIndex? {
        guard let method = tree.child(call, .callee).flatMap({ tree.child($0, .name) }), means(.continuesWith, method),
            let closure = tree.child(call, .arguments).flatMap(tree.firstChild), tree.kind(closure) == .lambda
        else { return nil }
        return closure
    }

    /// The calls whose result a name in the parameters of a closure is, or the pattern around it takes apart, each a part of the
    /// next, and the name or the pattern.
    func calls(handingOn name: NodeIndex) -> (calls: [NodeIndex], result: NodeIndex)? {
        guard let closure = FunctionTable.enclosing(name, in: tree), tree.kind(closure) == .lambda,
            let body = tree.child(closure, .body), name < body, tree.kind(tree.parent(closure)) == .argumentList
        else { return nil }
        var current: NodeIndex? = tree.parent(tree.parent(closure))
        var calls = current.flatMap { tree.child($0, .callee) }.flatMap { tree.child($0, .object) }.map { [$0] } ?? []
        while let call = current {
            calls.append(call)
            current = tree.methodCall(on: call)
        }
        let handing = calls.filter { call in
            handedResult(of: call).map { ($0..<tree.subtreeEnd($0)).contains(name) } == true
        }
        return handing.first.flatMap(handedResult).map { (handing, $0) }
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

extension SyntaxTree {
    /// What gives the value of a node as it is: the node with the `await`, parentheses and `try` around it.
    func awaited(_ node: NodeIndex) -> NodeIndex {
        var node = node
        while parent(node) >= 0, [.await, .parenthesized, .tryExpression].contains(kind(parent(node))) {
            node = parent(node)
        }
        return node
    }

    /// The call of a method of what a call gives: `a().then(..)` around `a()`.
    fileprivate func methodCall(on call: NodeIndex) -> NodeIndex? {
        let member = parent(call)
        guard member >= 0, kind(member) == .member, role(call) == .object, role(member) == .callee else { return nil }
        return parent(member)
    }
}
