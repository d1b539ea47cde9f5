import Matching
import Syntax

/// Tells of calls that fail where a token is not genuine, `jwt.verify(token, key)`, whether they turn strangers away: whether
/// every request of a function comes to them, and nothing goes on when they fail.
struct VerifyingCall {
    let evidence: AuthenticationEvidence

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    /// What such a call shows where strangers come no further than to it.
    func verdict(of call: NodeIndex, in function: NodeIndex) -> AuthenticationVerdict? {
        guard evidence.verifyingCalls.contains(call), turnsAway(call, in: function) else { return nil }
        return .authenticated("\(facts.name(of: call)) fails for strangers")
    }

    /// What a function is given may be any token, and one among the data of a request is had by whoever was sent it.
    private func turnsAway(_ call: NodeIndex, in function: NodeIndex) -> Bool {
        guard let token = evidence.arguments(of: call).first.map(facts.unwrapped),
            facts.variable(of: token).flatMap(facts.parameter(declaring:)) == nil,
            !ClientData(evidence: evidence).isData(token),
            CallerIdentity(evidence: evidence).proof(in: [token]) != nil,
            let around = FunctionTable.enclosing(call, in: tree), isDone(by: around, in: function)
        else { return false }
        return isReachedByAll(call, in: around)
    }

    /// Whether what a function does is what `outer` does: it is that, a method of the class, or the handler that it makes.
    private func isDone(by function: NodeIndex, in outer: NodeIndex) -> Bool {
        function == outer || evidence.madeHandler(by: outer) == function
            || tree.kind(outer) == .class && facts.isMiddleware(outer)
                && FunctionTable.enclosingClass(function, in: tree) == outer
    }

    /// Whether a call is made whenever its function is called, and its failure is not caught.
    private func isReachedByAll(_ call: NodeIndex, in function: NodeIndex) -> Bool {
        var child = call
        while tree.parent(child) > function {
            let parent = tree.parent(child)
            // What is called on a promise may go on where it fails: `verify(token).catch(() => null)`.
            if child == call, tree.kind(parent) == .member, tree.role(parent) == .callee { return false }
            guard Self.always.contains(tree.kind(parent)) || [.condition, .left].contains(tree.role(child)) else {
                return false
            }
            child = parent
        }
        return true
    }

    /// Nodes that do all of what stands in them, whenever they do anything.
    private static let always: Set<NodeKind> = [
        .block, .expressionStatement, .variableDeclaration, .declarator, .assignment, .return, .call, .new,
        .argumentList,
        .await, .member, .index, .postfix, .cast, .parenthesized, .object, .pair,
    ]
}
