import Matching
import SourceText
import Syntax

/// Finds what tells one caller from another in an expression: what the request, the session or a token says of who asks,
/// rather than a user that was looked up by what the client sent.
struct CallerIdentity {
    let evidence: AuthenticationEvidence

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    /// Values of variables that are looked through: `if not payload` where `payload = decode(token)`.
    private static let deepestValue = 4

    /// The first node in the trees of `roots` that certainly says who calls.
    func proof(in roots: [NodeIndex]) -> NodeIndex? {
        var seen: Set<Int32> = []
        for root in roots {
            if let found = proof(in: root, depth: 0, seen: &seen) { return found }
        }
        return nil
    }

    /// Whether something in the trees may have to do with the caller, of which nothing is certain.
    func isPossible(in roots: [NodeIndex]) -> Bool {
        roots.contains { root in
            (root..<tree.subtreeEnd(root)).contains { node in
                guard tree.kind(node) == .identifier, !isType(node, within: root) else { return false }
                return facts.means(.hintsAtCaller, node) && !isAskedWhence(node) || isGivenHint(node)
            }
        }
    }

    /// Whether a list is only asked for the place that a request says it comes from, which proves nothing:
    /// `allowed.contains(origin)`, `origin in allowed`.
    private func isAskedWhence(_ list: NodeIndex) -> Bool {
        let holder = tree.role(list) == .name && tree.kind(tree.parent(list)) == .member ? tree.parent(list) : list
        let parent = tree.parent(holder)
        guard parent >= 0 else { return false }
        if tree.kind(parent) == .binary, tree.role(holder) == .right, let left = tree.child(parent, .left) {
            return facts.mainText(parent).hasSuffix("in") && facts.isNamed(.saysWhence, left)
        }
        guard tree.kind(parent) == .member, tree.role(holder) == .object, tree.role(parent) == .callee,
            let arguments = tree.child(tree.parent(parent), .arguments), tree.firstChild(arguments) != nil
        else { return false }
        return tree.children(arguments).allSatisfy { facts.isNamed(.saysWhence, tree.argumentValue($0)) }
    }

    /// Whether what a variable is given hints at the caller.
    private func isGivenHint(_ node: NodeIndex) -> Bool {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return false }
        if let known = evidence.hintingVariables[variable] { return known }
        let answer = facts.variableUses.values(of: variable).contains { facts.hasName(.hintsAtCaller, in: $0) }
        evidence.hintingVariables[variable] = answer
        return answer
    }

    private func proof(in root: NodeIndex, depth: Int, seen: inout Set<Int32>) -> NodeIndex? {
        if let match = evidence.partMatch("identity", in: root) { return match }
        for node in root..<tree.subtreeEnd(root) {
            switch tree.kind(node) {
            case .identifier:
                guard tree.range(node).count <= 64, !isLabel(node), !isType(node, within: root) else { continue }
                if isProof(node), !isMade(node, within: root) { return node }
                let variable = facts.target.semantics.variables[Int(node)]
                guard depth < Self.deepestValue, variable >= 0, seen.insert(variable).inserted else { continue }
                for value in facts.variableUses.values(of: variable)
                where !tree.range(value).contains(tree.range(node)) {
                    if proof(in: value, depth: depth + 1, seen: &seen) != nil { return node }
                }
            case .call:
                if let callee = tree.child(node, .callee), !isConstructed(callee),
                    evidence.verdict(ofName: facts.name(of: callee))?.isAuthenticated == true
                {
                    return node
                }
                // A function of this file that reads who calls.
                guard depth < Self.deepestValue, let callee = tree.child(node, .callee),
                    tree.kind(callee) == .identifier, let function = facts.localFunction(callee),
                    !tree.range(function).contains(tree.range(node)), let body = tree.child(function, .body),
                    seen.insert(-2 - function).inserted, proof(in: body, depth: depth + 1, seen: &seen) != nil
                else { continue }
                return node
            case .string, .stringText:
                guard tree.range(node).count <= 64, isProof(text: node) else { continue }
                return node
            default: continue
            }
        }
        return nil
    }

    // MARK: Names

    private func isProof(_ node: NodeIndex) -> Bool {
        let name = facts.text(node)
        if facts.means(.guardsForms, node) || facts.means(.opens, node) { return false }
        if evidence.isPredicate(name), evidence.verdict(ofName: name)?.isAuthenticated == true { return true }
        if facts.names.holds(.proof, name) {
            return !isDatabase(node) && !isConstructed(node) && !isModule(node) && !isDigestFunction(node, name)
                && !holdsPassing(node)
        }
        guard facts.names.holds(.identity, name), !isConstructed(node) else { return false }
        let parent = tree.parent(node)
        if parent >= 0, tree.kind(parent) == .member, tree.role(node) == .name {
            guard let object = tree.child(parent, .object) else { return false }
            return facts.isNamed(.heldByRequest, object)
        }
        return isGivenUser(node, name)
    }

    /// Whether what is read of a session is what it holds of strangers, too: `session["oauth_state"]`.
    private func holdsPassing(_ node: NodeIndex) -> Bool {
        let isName = tree.role(node) == .name && tree.kind(tree.parent(node)) == .member
        let session = isName ? tree.parent(node) : node
        let holder = tree.parent(session)
        guard holder >= 0, tree.role(session) == .object else { return false }
        switch tree.kind(holder) {
        case .index:
            return tree.child(holder, .index).map { facts.names.holds(.passingSessionKey, facts.bareText($0)) } ?? false
        case .member:
            guard tree.role(holder) == .callee, let list = tree.child(tree.parent(holder), .arguments) else {
                return tree.child(holder, .name).map { facts.means(.passingSessionKey, $0) } ?? false
            }
            // `session.get("state")`
            return tree.firstChild(list).map {
                tree.kind($0) == .string && facts.names.holds(.passingSessionKey, facts.bareText($0))
            } ?? false
        default: return false
        }
    }

    /// Whether what a name means is made inside `root` by a call that the request is not given to: the token of somebody who
    /// is signed in there, `let (user, token) = try await self.create(name, password)`.
    private func isMade(_ node: NodeIndex, within root: NodeIndex) -> Bool {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0, let first = facts.uses(of: variable).first, first > root, first < tree.subtreeEnd(root)
        else { return false }
        var holder = tree.parent(first)
        while holder > root, ![.declarator, .assignment].contains(tree.kind(holder)), !tree.kind(holder).isStatement {
            holder = tree.parent(holder)
        }
        guard holder > root, let target = tree.child(holder, .target), tree.range(target).contains(tree.range(first)),
            let value = tree.child(holder, .value)
        else { return false }
        var hasCall = false
        for part in value..<tree.subtreeEnd(value) {
            if tree.kind(part) == .call { hasCall = true }
            guard tree.kind(part) == .identifier else { continue }
            if facts.means(.requestRoot, part) || facts.means(.proof, part) { return false }
        }
        return hasCall
    }

    /// A user that the function is given, rather than the id of one or what the body of a request is read into.
    private func isGivenUser(_ node: NodeIndex, _ name: String) -> Bool {
        let lower = name.lowercased()
        guard !lower.hasSuffix("id"), let parameter = parameter(of: node), !isOptional(parameter),
            let function = FunctionTable.enclosing(parameter, in: tree)
        else { return false }
        let isDecorated = tree.children(function).contains { tree.kind($0) == .decorator }
        return !isDecorated || tree.children(parameter).contains { tree.kind($0) == .decorator }
            || isFoundByDependency(parameter)
    }

    /// Whether a parameter of a handler is what a dependency found out, and no part of what was sent:
    /// `user: User | None = Depends(find_user)`, `user: MaybeUser`.
    private func isFoundByDependency(_ parameter: NodeIndex) -> Bool {
        if !facts.matches.of(.dependencies, within: tree.range(parameter)).isEmpty { return true }
        guard let type = tree.child(parameter, .type) else { return false }
        return (type..<tree.subtreeEnd(type)).contains {
            tree.kind($0) == .identifier && facts.means(.optionalCaller, $0)
        }
    }

    /// Whether a parameter may be left out, and is nothing then.
    private func isOptional(_ parameter: NodeIndex) -> Bool {
        tree.child(parameter, .value).map { tree.kind($0) == .null } ?? false
    }

    /// Text that names what a caller proves himself by: a header, a cookie, a key of the session.
    private func isProof(text node: NodeIndex) -> Bool {
        let text = facts.bareText(node)
        let parent = tree.parent(node)
        guard parent >= 0 else { return false }
        let holder: NodeIndex?
        switch tree.kind(parent) {
        case .index: holder = tree.child(parent, .object)
        case .argumentList: holder = tree.child(tree.parent(parent), .callee)
        case .keywordArgument: holder = tree.child(tree.parent(tree.parent(parent)), .callee)
        case .binary: holder = tree.child(parent, .right)
        default: return false
        }
        guard let holder, holder != node else { return false }
        if facts.names.holds(.proof, text) || text.lowercased() == facts.settings.authenticationHeader.lowercased() {
            return tree.kind(holder) == .member
                || tree.kind(holder) == .identifier && tree.kind(parent) != .argumentList
        }
        guard facts.names.holds(.identity, text) || facts.names.holds(.sessionKey, text) else { return false }
        // What middleware put on the request: `request["user"]`.
        if tree.kind(parent) == .index, facts.isNamed(.heldByRequest, holder) {
            return true
        }
        return (holder..<tree.subtreeEnd(holder)).contains { part in
            tree.kind(part) == .identifier && facts.means(.proof, part) && !isDatabase(part)
        }
    }

    /// A type's name, by its capital; names all in capitals are constants.
    private func isConstructed(_ node: NodeIndex) -> Bool {
        let text = tree.text(node)
        return text.startsWithCapital && text.contains { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// A function that computes a digest of something, rather than a digest that somebody sent.
    private func isDigestFunction(_ node: NodeIndex, _ name: String) -> Bool {
        guard facts.names.holds(.computesDigest, name) else { return false }
        let parent = tree.parent(node)
        let isMember = parent >= 0 && tree.kind(parent) == .member && tree.role(node) == .name
        return tree.role(isMember ? parent : node) == .callee
    }

    /// A module whose member is named, rather than a function or value that is used itself.
    private func isModule(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0, tree.kind(parent) == .member, tree.role(node) == .object else { return false }
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0, facts.modules.symbol(of: node, in: facts.target) != nil,
            let name = tree.child(parent, .name)
        else { return false }
        return tree.kind(tree.parent(parent)) != .call && !facts.means(.identity, name)
    }

    /// A session or connection of a database, which has the name of what keeps users logged in.
    func isDatabase(_ node: NodeIndex) -> Bool {
        var expression = node
        let parent = tree.parent(node)
        if parent >= 0, tree.kind(parent) == .member, tree.role(node) == .name { expression = parent }
        if isUsedAsDatabase(expression) { return true }
        guard expression == node else { return false }
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return false }
        if let parameter = parameter(of: node), let type = tree.child(parameter, .type),
            facts.text(type).contains("Session")
        {
            return true
        }
        if let known = evidence.databaseVariables[variable] { return known }
        let answer = facts.uses(of: variable).contains(where: isUsedAsDatabase)
        evidence.databaseVariables[variable] = answer
        return answer
    }

    private func isUsedAsDatabase(_ expression: NodeIndex) -> Bool {
        let holder = tree.parent(expression)
        guard holder >= 0, tree.kind(holder) == .member, tree.role(expression) == .object,
            let name = tree.child(holder, .name)
        else { return false }
        return facts.means(.usesDatabase, name)
    }

    // MARK: Places

    private func isLabel(_ node: NodeIndex) -> Bool {
        switch tree.role(node) {
        case .label, .key, .alias: return true
        default: return false
        }
    }

    private func isType(_ node: NodeIndex, within root: NodeIndex) -> Bool {
        var current = node
        while current >= root {
            switch tree.kind(current) {
            case .type, .genericType, .typeOther, .typeArguments: return true
            default: break
            }
            switch tree.role(current) {
            case .type, .returnType: return true
            default: break
            }
            current = tree.parent(current)
        }
        return false
    }

    /// The parameter that a name means.
    private func parameter(of node: NodeIndex) -> NodeIndex? {
        facts.variable(of: node).flatMap(facts.parameter(declaring:))
    }

    /// What a variable is given, wherever that is.
    func values(of node: NodeIndex) -> [NodeIndex] {
        let variable = facts.target.semantics.variables[Int(node)]
        return variable >= 0 ? facts.variableUses.values(of: variable) : []
    }
}
