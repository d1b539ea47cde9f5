import Matching
import Syntax

/// What shows that a handler has to do with who calls, without showing what becomes of strangers.
extension AuthenticationEvidence {
    /// Whether a handler does something only for callers whom it knows, takes it that somebody is signed in, or reads what
    /// callers prove themselves by, and leaves it open what comes of that.
    func knowsCallers(_ function: NodeIndex) -> Bool {
        if partMatches("presumed", in: function).contains(where: isReachedAlways) || readsSentProof(function) {
            return true
        }
        let conditions = CallerCondition(evidence: self, identity: CallerIdentity(evidence: self))
        return (function + 1..<max(tree.subtreeEnd(function), function + 1)).contains { node in
            tree.kind(node) == .if
                && conditions.judge(
                    all: tree.children(node).filter { tree.role($0) == .condition }, rejectsWhen: false
                ).isShown
        }
    }

    static let knowingCallers = AuthenticationVerdict.unknown("asks who calls, and leaves it open what comes of that")

    /// Whether an expression is evaluated whenever the code around it runs.
    private func isReachedAlways(_ node: NodeIndex) -> Bool {
        // `req.user?.id` is nothing where nobody is signed in.
        guard !tree.text(node).contains(UInt8(ascii: "?")), !ConditionalPlace.isConditional(node, in: tree) else {
            return false
        }
        var child = node
        while tree.parent(child) >= 0, !tree.kind(tree.parent(child)).isStatement {
            let parent = tree.parent(child)
            if tree.kind(parent) == .binary, tree.role(child) == .right { return false }
            child = parent
        }
        return true
    }

    /// Whether a function reads a header by which callers prove themselves, which somebody else may judge:
    /// `headers.get("Authorization")`.
    private func readsSentProof(_ function: NodeIndex) -> Bool {
        (function..<tree.subtreeEnd(function)).contains { node in
            guard tree.kind(node) == .string, tree.range(node).count <= 64,
                facts.names.holds(.headerProof, facts.bareText(node))
            else { return false }
            let parent = tree.parent(node)
            switch tree.kind(parent) {
            case .index:
                return tree.role(node) != .object && tree.role(tree.parent(node)) != .target
                    && tree.firstChild(parent).map(isHeaders) ?? false
            case .argumentList:
                guard tree.firstChild(parent) == node, let callee = tree.child(tree.parent(parent), .callee),
                    tree.kind(callee) == .member, tree.children(parent).count(where: { _ in true }) == 1
                else { return false }
                return isHeaders(callee)
            default: return false
            }
        }
    }

    /// Whether an expression is a request's headers, or a method that reads one of them.
    private func isHeaders(_ node: NodeIndex) -> Bool {
        if facts.names.holds(.requestHeaders, facts.name(of: node)) { return true }
        // `const list = await headers()`.
        guard let object = tree.child(node, .object), let value = facts.onlyValue(of: object) else { return false }
        return facts.names.holds(.requestHeaders, facts.name(of: value))
    }
}
