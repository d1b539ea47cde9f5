import Matching
import Syntax

/// Finds what says who is signed in: what a call gives that asks for nobody in particular (`auth()`, `getSession(req)`), and
/// what middleware left on the request (`req.user`). Narrower than `CallerIdentity`: a token or a secret may be something
/// that the client sent for another purpose, and a user may be one that was looked up.
struct SignedInCaller: CallerProof {
    let evidence: AuthenticationEvidence

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    /// Values of variables that are looked through.
    private static let deepestValue = 4

    func proof(in roots: [NodeIndex]) -> NodeIndex? {
        for root in roots {
            for node in root..<tree.subtreeEnd(root) where tellsCaller(node, depth: 0) { return node }
        }
        return nil
    }

    func isPossible(in roots: [NodeIndex]) -> Bool { false }

    /// Whether the value of an expression says who is signed in.
    private func tellsCaller(_ node: NodeIndex, depth: Int) -> Bool {
        switch tree.kind(node) {
        case .call: return asksForCaller(node) || isAskedOfCaller(node, depth: depth)
        case .member: return isLeftOnRequest(node)
        case .identifier:
            guard depth < Self.deepestValue, tree.role(node) != .name, tree.role(node) != .key else { return false }
            let identity = CallerIdentity(evidence: evidence)
            guard !identity.isDatabase(node) else { return false }
            return identity.values(of: node).contains { value in
                !tree.range(value).contains(tree.range(node)) && tellsCaller(spine(of: value), depth: depth + 1)
            }
        default: return false
        }
    }

    /// What an expression takes its value from, rather than what it hands to a call on the way.
    private func spine(of value: NodeIndex) -> NodeIndex {
        var node = value
        while !isLeftOnRequest(node) {
            let next: NodeIndex? =
                switch tree.kind(node) {
                case .await, .parenthesized, .cast, .postfix, .tryExpression: tree.child(node, .value)
                case .member: tree.child(node, .object)
                case .binary: tree.child(node, .left)
                default: nil
                }
            guard let next else { return node }
            node = next
        }
        return node
    }

    /// Whether a call gives something of who is signed in: `user?.getTeam(id)` gives nobody a team who is not.
    private func isAskedOfCaller(_ call: NodeIndex, depth: Int) -> Bool {
        guard depth < Self.deepestValue, let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object)
        else { return false }
        return tellsCaller(spine(of: object), depth: depth + 1)
    }

    /// Whether a call asks who is signed in, as a model or its name says: one that could as well look somebody up is given
    /// nothing but the request and how to read it.
    private func asksForCaller(_ call: NodeIndex) -> Bool {
        if evidence.isCallerCall(call) { return true }
        guard let callee = tree.child(call, .callee) else { return false }
        let name = facts.name(of: callee).lastDottedPart
        let arguments = tree.child(call, .arguments).map { Array(tree.children($0)) } ?? []
        if facts.names.holds(.tellsCaller, name) { return true }
        if facts.names.holds(.mayTellCaller, name) { return arguments.allSatisfy(isRequestOrSetting) }
        if facts.names.holds(.checksCaller, name) { return mayAnswer(arguments) }
        // What middleware put into a context: `c.get('user')`.
        guard name == "get", tree.kind(callee) == .member, arguments.count == 1,
            let object = tree.child(callee, .object), isRequest(object),
            let key = facts.target.stringValue(arguments[0])
        else { return false }
        return facts.names.holds(.signedIn, String(decoding: key, as: UTF8.self))
    }

    /// Whether a function is given the request and nothing but what it needs to answer it: `verifyUser({ req, res })`.
    private func mayAnswer(_ arguments: [NodeIndex]) -> Bool {
        let named = arguments.flatMap { tree.kind($0) == .object ? Array(tree.children($0)) : [$0] }.map { part in
            facts.text(tree.child(part, .value) ?? part)
        }
        return named.count == 2 && named.contains { facts.names.holds(.requestRoot, $0) }
            && named.contains { facts.names.holds(.responseRoot, $0) }
    }

    /// An argument that names nobody: the request, a context, headers, options.
    private func isRequestOrSetting(_ argument: NodeIndex) -> Bool {
        switch tree.kind(argument) {
        case .object: return true
        case .identifier: return facts.means(.requestOrSetting, argument)
        case .await: return tree.child(argument, .value).map(isRequestOrSetting) ?? false
        case .call, .member: return facts.isNamed(.requestOrSetting, argument)
        default: return false
        }
    }

    /// `req.user`, `ctx.state.user`, `req.session.userId`: what stands between is no part that the client wrote. Another
    /// program that proved itself stands on the request, `req.service`.
    private func isLeftOnRequest(_ member: NodeIndex) -> Bool {
        guard tree.kind(member) == .member, let name = tree.child(member, .name),
            let object = tree.child(member, .object)
        else { return false }
        if tree.kind(object) == .identifier, facts.means(.signedInProgram, name) { return isRequest(object) }
        return facts.means(.signedIn, name) && isRequest(object)
    }

    /// The request or what holds things for the time of one.
    private func isRequest(_ object: NodeIndex) -> Bool {
        switch tree.kind(object) {
        case .identifier: return facts.means(.requestRoot, object)
        case .postfix, .parenthesized, .cast:
            return tree.child(object, .value).map(isRequest) ?? false
        case .member:
            guard let name = tree.child(object, .name), let inner = tree.child(object, .object) else { return false }
            let text = facts.text(name)
            if facts.names.holds(.requestRoot, text) {
                return isRequest(inner) || tree.kind(inner) == .identifier
            }
            return (facts.names.holds(.heldByRequest, text) || facts.names.holds(.signedIn, text)) && isRequest(inner)
        default: return false
        }
    }
}
