import Matching
import Syntax

/// Finds that middleware goes on with requests that bring nothing by which a caller proves himself, `if (!token) return next()`:
/// whatever it is called and whatever it does with wrong proofs, it only finds out who calls.
struct PassedStrangers {
    let evidence: AuthenticationEvidence

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    /// Whether a function, or a method of a class, is sure to.
    func pass(_ node: NodeIndex) -> Bool {
        let function = PassingBody(facts: facts).onlyMakes(node) ?? node
        return leaves(function, byPassingOn: true) || passesWhoeverIsLeft(function)
    }

    /// Whether a function is left by those who bring nothing: by passing their request on, or in any way that turns nobody away,
    /// which leaves it to whoever calls the function what becomes of them.
    private func leaves(_ node: NodeIndex, byPassingOn: Bool) -> Bool {
        [NodeKind.if, .guard].contains { kind in
            facts.target.nodes(of: kind, inside: node).contains {
                passes($0, within: node, byPassingOn: byPassingOn)
            }
        }
    }

    /// Whether middleware does not ask what a function gives that is left by those who bring nothing, and passes all requests on
    /// behind it: `readToken(ctx); await next()`.
    private func passesWhoeverIsLeft(_ function: NodeIndex) -> Bool {
        guard tree.kind(function) != .class, PassingBody(facts: facts).endsByPassing(function),
            let body = tree.child(function, .body), evidence.rejections.places(in: function).isEmpty
        else { return false }
        return tree.children(body).contains { statement in
            guard tree.kind(statement) == .expressionStatement,
                let call = tree.child(statement, .value).map(facts.unwrapped), tree.kind(call) == .call,
                let callee = tree.child(call, .callee), let called = facts.localFunction(callee), called != function
            else { return false }
            return leaves(called, byPassingOn: false)
        }
    }

    private func passes(_ branch: NodeIndex, within node: NodeIndex, byPassingOn: Bool) -> Bool {
        let isGuard = tree.kind(branch) == .guard
        guard let body = tree.child(branch, isGuard ? .alternate : .body),
            byPassingOn ? goesOn(body) : isLeft(body),
            let function = FunctionTable.enclosing(branch, in: tree), isReachedByAll(branch, in: function),
            function == node || tree.kind(node) == .class
        else { return false }
        let tested = tree.children(branch).filter { tree.role($0) == .condition }
        let conditions = CallerCondition(evidence: evidence, identity: CallerIdentity(evidence: evidence))
        guard case .shown(let proof) = conditions.judge(all: tested, rejectsWhen: !isGuard) else { return false }
        return isSent(proof) && !evidence.rejections.places(in: function).contains { $0.node < branch }
    }

    /// Whether a branch ends by passing the request on.
    private func goesOn(_ body: NodeIndex) -> Bool {
        let last = tree.kind(body) == .block ? Array(tree.children(body)).last : body
        guard let last, tree.kind(last) == .return, RejectionReader(body, evidence: evidence).isEmpty else {
            return false
        }
        if evidence.partMatch("passing", in: last) == last { return true }
        guard let value = tree.child(last, .value).map(facts.unwrapped), tree.kind(value) == .call else { return false }
        // An error is handed on to others: `next(error)`.
        let handsErrorOn = evidence.arguments(of: value).contains { argument in
            let given = tree.argumentValue(argument)
            return facts.variable(of: given).flatMap(facts.parameter(declaring:)) == nil
        }
        return !handsErrorOn && OpeningSetting(evidence: evidence).isHandedOn(value)
    }

    /// Whether a branch is nothing but a return of no call, or of none at all: `return false`.
    private func isLeft(_ body: NodeIndex) -> Bool {
        let statement = tree.kind(body) == .block && tree.childCount(body) == 1 ? tree.firstChild(body) : body
        guard let statement, tree.kind(statement) == .return else { return false }
        guard let value = tree.child(statement, .value) else { return true }
        return [.boolean, .null].contains(tree.kind(value)) || tree.isUndefined(value)
    }

    /// Whether a statement is reached whenever the function is called: around it stand blocks and tries alone.
    private func isReachedByAll(_ statement: NodeIndex, in function: NodeIndex) -> Bool {
        var child = statement
        while tree.parent(child) > function {
            let parent = tree.parent(child)
            guard tree.kind(parent) == .block || tree.kind(parent) == .try && tree.role(child) == .body else {
                return false
            }
            child = parent
        }
        return true
    }

    /// Whether what says who calls is something that came with the request, rather than a setting of the same name.
    private func isSent(_ proof: NodeIndex) -> Bool {
        let member = tree.parent(proof)
        let whole = tree.kind(member) == .member && tree.role(proof) == .name ? member : proof
        let values = [whole] + CallerIdentity(evidence: evidence).values(of: proof)
        return values.contains { value in
            (value..<tree.subtreeEnd(value)).contains { part in
                tree.kind(part) == .identifier && facts.means(.requestRoot, part)
            }
        }
    }
}

extension AuthenticationEvidence {
    /// Whether a function or class goes on with requests of callers who do not say who they are.
    func passesStrangers(_ node: NodeIndex) -> Bool { PassedStrangers(evidence: self).pass(node) }
}
