import Matching
import Syntax

/// What shows that a handler has to do with who calls, without showing what becomes of strangers.
extension AuthenticationEvidence {
    /// Whether a handler does something only for callers whom it knows, takes it that somebody is signed in, or reads what
    /// callers prove themselves by, and leaves it open what comes of that.
    func knowsCallers(_ function: NodeIndex) -> Bool {
        if partMatches("presumed", in: function).contains(where: isPresumed) || readsSentProof(function)
            || expectsDenial(function)
        {
            return true
        }
        if usesOptionalCaller(function) { return true }
        let conditions = CallerCondition(evidence: self, identity: CallerIdentity(evidence: self))
        if leavesEarly(function, conditions) { return true }
        return choosesByCaller(function, [.if], conditions)
            || finders(in: function).contains { choosesByCaller($0, [.if, .conditional], conditions) }
    }

    /// Whether branches of these kinds in a function are for callers whom it knows.
    private func choosesByCaller(
        _ function: NodeIndex, _ kinds: Set<NodeKind>, _ conditions: CallerCondition<CallerIdentity>
    ) -> Bool {
        (function + 1..<max(tree.subtreeEnd(function), function + 1)).contains { node in
            kinds.contains(tree.kind(node))
                && conditions.judge(
                    all: tree.children(node).filter { tree.role($0) == .condition }, rejectsWhen: false
                ).isShown
        }
    }

    /// The functions of the file that a function gives the request, and that find something for it by that:
    /// `const cart = cartOf(db, req)`.
    private func finders(in function: NodeIndex) -> [NodeIndex] {
        facts.target.nodes(of: .call, inside: function).compactMap { node in
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
                let list = tree.child(node, .arguments),
                tree.children(list).contains(where: { tree.kind($0) == .identifier && facts.means(.requestRoot, $0) }),
                [.declarator, .assignment].contains(tree.kind(holder(of: node)))
            else { return nil }
            return facts.localFunction(callee).flatMap { $0 == function ? nil : $0 }
        }
    }

    private func holder(of call: NodeIndex) -> NodeIndex {
        let parent = tree.parent(call)
        return tree.kind(parent) == .await ? tree.parent(parent) : parent
    }

    /// Whether a function is left where a token is missing among the data that the client sends, which only some have got,
    /// or by the environment that it runs in, which may be one that nobody else reaches.
    private func leavesEarly(_ function: NodeIndex, _ conditions: CallerCondition<CallerIdentity>) -> Bool {
        (function + 1..<max(tree.subtreeEnd(function), function + 1)).contains { node in
            guard tree.kind(node) == .if || tree.kind(node) == .guard, let body = tree.child(node, .body),
                let last = tree.kind(body) == .block ? Array(tree.children(body)).last : body,
                tree.kind(last) == .throw || tree.kind(last) == .return
            else { return false }
            let tested = tree.children(node).filter { tree.role($0) == .condition }
            if tested.contains(where: { facts.mentions(.environment, in: $0) }) { return true }
            guard case .shown(let proof) = conditions.judge(all: tested, rejectsWhen: tree.kind(node) == .if),
                ClientData(evidence: self).holds(proof)
            else { return false }
            return isHandedOn(proof, from: function, besides: node)
        }
    }

    /// Whether what a caller sent to prove himself is given to a call elsewhere in a function, which may look it up.
    private func isHandedOn(_ proof: NodeIndex, from function: NodeIndex, besides branch: NodeIndex) -> Bool {
        let name = facts.bareText(proof)
        return (function..<tree.subtreeEnd(function)).contains { node in
            guard tree.kind(node) == .identifier, !tree.range(branch).contains(tree.range(node)),
                facts.text(node) == name
            else { return false }
            var current = tree.parent(node)
            while current > function, !tree.kind(current).isStatement {
                if tree.kind(current) == .argumentList { return true }
                current = tree.parent(current)
            }
            return false
        }
    }

    /// Whether a parameter is given whoever calls, or nothing where nobody is signed in, and handed on or tested.
    private func usesOptionalCaller(_ function: NodeIndex) -> Bool {
        guard let list = tree.child(function, .parameters) else { return false }
        return tree.children(list).contains { parameter in
            guard let name = tree.child(parameter, .name),
                [tree.child(parameter, .value), tree.child(parameter, .type)].contains(where: namesOptionalCaller)
            else { return false }
            let variable = facts.target.semantics.variables[Int(name)]
            guard variable >= 0 else { return false }
            return facts.uses(of: variable).contains { use in
                guard use > tree.subtreeEnd(list) - 1 else { return false }
                let parent = tree.parent(use)
                return tree.kind(parent) == .argumentList || tree.kind(parent) == .keywordArgument
            }
        }
    }

    private func namesOptionalCaller(_ node: NodeIndex?) -> Bool {
        guard let node else { return false }
        return (node..<tree.subtreeEnd(node)).contains { part in
            tree.kind(part) == .identifier && tree.range(part).count <= 64 && facts.means(.optionalCaller, part)
        }
    }

    static let knowingCallers = AuthenticationVerdict.unknown("asks who calls, and leaves it open what comes of that")

    /// Whether an expression takes it that somebody is signed in, rather than that being asked before it is evaluated.
    private func isPresumed(_ node: NodeIndex) -> Bool {
        // `req.user?.id` is nothing where nobody is signed in.
        guard !tree.text(node).contains(UInt8(ascii: "?")) else { return false }
        var child = node
        var parent = tree.parent(node)
        while parent >= 0 {
            switch tree.kind(parent) {
            case .function, .lambda, .class, .file: return true
            case .if, .conditional, .while:
                let tested = tree.children(parent).filter { tree.role($0) == .condition && $0 != child }
                if tested.contains(where: asksForCaller) { return false }
            case .binary:
                if tree.role(child) == .right, tree.child(parent, .left).map(asksForCaller) == true { return false }
            default: break
            }
            child = parent
            parent = tree.parent(parent)
        }
        return true
    }

    /// Whether a function catches that somebody is turned away, which only what it calls can have done
    /// (`except NotAuthorized:`), fails so itself, whatever the reason (`throw HTTPError.notAuthorized`), or calls what
    /// others in this file expect that of.
    private func expectsDenial(_ function: NodeIndex) -> Bool {
        (function..<tree.subtreeEnd(function)).contains { node in
            if tree.kind(node) == .call, !denyingCallees.isEmpty, let callee = tree.child(node, .callee) {
                return denyingCallees.contains(facts.name(of: callee))
            }
            if tree.kind(node) == .throw {
                return (node..<tree.subtreeEnd(node)).contains(where: namesDenial)
            }
            return tree.kind(node) == .catch && catchesDenial(node)
        }
    }

    /// `NotAuthorized`, `"Unauthorized"`.
    private func namesDenial(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .identifier: facts.means(.denial, node)
        case .string: tree.range(node).count <= 64 && facts.names.holds(.saysUnauthenticated, facts.bareText(node))
        default: false
        }
    }

    private func catchesDenial(_ clause: NodeIndex) -> Bool {
        let body = tree.child(clause, .body) ?? tree.subtreeEnd(clause)
        return (clause..<max(body, clause)).contains { tree.kind($0) == .identifier && facts.means(.denial, $0) }
    }

    /// The names of imported functions that are called where a refusal is caught.
    func calleesExpectedToDeny() -> Set<String> {
        var names: Set<String> = []
        for clause in facts.target.nodes(of: .catch) where catchesDenial(clause) {
            guard let body = tree.child(tree.parent(clause), .body) else { continue }
            for node in body..<tree.subtreeEnd(body) where tree.kind(node) == .call {
                guard let callee = tree.child(node, .callee), tree.kind(callee) != .call,
                    facts.modules.symbol(of: callee, in: facts.target) != nil
                else { continue }
                names.insert(facts.name(of: callee))
            }
        }
        return names
    }

    /// Whether a function reads a header by which callers prove themselves, which somebody else may judge:
    /// `headers.get("Authorization")`, with or without what stands for a missing one.
    private func readsSentProof(_ function: NodeIndex) -> Bool {
        (function..<tree.subtreeEnd(function)).contains { node in
            guard tree.kind(node) == .string, tree.range(node).count <= 64, let object = objectRead(by: node) else {
                return false
            }
            let header = facts.bareText(node)
            return (facts.names.holds(.headerProof, header) || facts.names.holds(.proof, header)) && isHeaders(object)
        }
    }

    /// What a text is the key to: `headers` of `headers["Authorization"]`, `headers.get` of `headers.get("..", nothing)`.
    private func objectRead(by text: NodeIndex) -> NodeIndex? {
        let parent = tree.parent(text)
        switch tree.kind(parent) {
        case .index:
            return tree.role(text) != .object && tree.role(parent) != .target ? tree.firstChild(parent) : nil
        case .argumentList:
            guard tree.firstChild(parent) == text, tree.childCount(parent) <= 2,
                let callee = tree.child(tree.parent(parent), .callee)
            else { return nil }
            // A decorator gives a parameter what it names: `@Headers("cookie") cookie`.
            let isDecorator = tree.kind(tree.parent(tree.parent(parent))) == .decorator
            return tree.kind(callee) == .member || isDecorator ? callee : nil
        default: return nil
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
