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
        [NodeKind.if, .guard].contains { kind in
            facts.target.nodes(of: kind, inside: node).contains { passes($0, within: node) }
        }
    }

    private func passes(_ branch: NodeIndex, within node: NodeIndex) -> Bool {
        let isGuard = tree.kind(branch) == .guard
        guard let body = tree.child(branch, isGuard ? .alternate : .body), goesOn(body),
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
        guard let last, tree.kind(last) == .return, RejectionReader(body, evidence: evidence).isEmpty,
            let value = tree.child(last, .value).map(facts.unwrapped), tree.kind(value) == .call
        else { return false }
        // An error is handed on to others: `next(error)`.
        let handsErrorOn = evidence.arguments(of: value).contains { argument in
            let given = tree.argumentValue(argument)
            return facts.variable(of: given).flatMap(facts.parameter(declaring:)) == nil
        }
        return !handsErrorOn && OpeningSetting(evidence: evidence).isHandedOn(value)
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
