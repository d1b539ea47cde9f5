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
        guard target.language.evaluation.onlyExpressionIsResult else { return false }
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
