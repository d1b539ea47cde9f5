import Matching
import SourceText
import Syntax

extension AuthenticationEvidence {
    /// The functions that run before one because its parameters name them, and the types of its parameters that may be
    /// aliases which do.
    func dependencies(of function: NodeIndex) -> [MiddlewareLink] {
        guard let list = tree.child(function, .parameters), !facts.matches.of(.dependencies).isEmpty || hasImportedTypes
        else { return [] }
        var links = dependencies(within: tree.range(list))
        let known = Set(facts.matches.of(.dependencies, within: tree.range(list)).map(\.match.node))
        for parameter in tree.children(list) {
            if let value = tree.child(parameter, .value),
                tree.kind(value) == .identifier || tree.kind(value) == .member,
                let link = alias(value)
            {
                links.append(link)
            }
            guard let type = tree.child(parameter, .type) else { continue }
            for node in type..<tree.subtreeEnd(type) {
                if isNameInType(node), let link = alias(node) { links.append(link) }
                // `Annotated[User, CurrentUserDependency()]`: what a function of the project makes a dependency of.
                if tree.kind(node) == .call, facts.isNamed(.dependency, node), !known.contains(node) {
                    links.append(link(node))
                }
            }
        }
        return links
    }

    /// What stands before a function of this file that a function makes and returns: `return dependency`; or what that is
    /// itself, `return Depends(current_user)`, or several put together, `return applyDecorators(Auth(), UseGuards(StaffGuard))`.
    func linksOfReturned(by function: NodeIndex) -> [MiddlewareLink] {
        var links: [MiddlewareLink] = []
        if let body = tree.child(function, .body), tree.kind(body) == .call {
            links += linksPutTogether(body, by: function)
        }
        for node in (function + 1)..<max(tree.subtreeEnd(function), function + 1) where tree.kind(node) == .return {
            guard FunctionTable.enclosing(tree.parent(node), in: tree) == function,
                let value = tree.child(node, .value)
            else { continue }
            if tree.kind(value) == .call {
                links += dependencies(within: tree.range(value)) + linksPutTogether(value, by: function)
            }
            guard tree.kind(value) == .identifier, let inner = facts.localFunction(value), inner > function,
                inner < tree.subtreeEnd(function)
            else { continue }
            links += dependencies(of: inner)
        }
        return links
    }

    /// The links that a call puts together which a function returns, but for what the function is given itself.
    private func linksPutTogether(_ call: NodeIndex, by function: NodeIndex) -> [MiddlewareLink] {
        guard facts.isNamed(.combines, call) else { return [] }
        let given = tree.child(function, .parameters).map { tree.range($0) }
        return arguments(of: call).filter { argument in
            ![.lambda, .function].contains(tree.kind(argument))
                && !facts.uses(ofVariableAt: argument).contains { given?.contains(tree.range($0)) == true }
        }.flatMap { links([$0]) }
    }

    /// What the class around a function, or its superclasses, run before every method: dependencies that its attributes name.
    func classDependencies(of function: NodeIndex) -> [MiddlewareLink] {
        guard !facts.matches.of(.dependencies).isEmpty || hasImportedTypes,
            let owner = FunctionTable.enclosingClass(function, in: tree), let name = tree.child(owner, .name)
        else { return [] }
        return [inherited(Symbol(name: facts.text(name)))]
    }

    /// The dependencies of a class itself, and those that its superclasses may have.
    func ownDependencies(ofClass node: NodeIndex) -> [MiddlewareLink] {
        var links: [MiddlewareLink] = []
        for match in facts.matches.of(.dependencies) where tree.range(node).contains(match.match.range) {
            guard FunctionTable.enclosingClass(match.match.node, in: tree) == node else { continue }
            let function = FunctionTable.enclosing(match.match.node, in: tree).flatMap { $0 > node ? $0 : nil }
            let isMaker = function.flatMap { tree.child($0, .name) }.map { facts.text($0) == Self.maker } ?? true
            if isMaker { links += self.links(match.nodes("function", in: tree)) }
        }
        for base in tree.children(node) where tree.role(base) == .supertype && tree.kind(base) != .keywordArgument {
            links.append(inherited(facts.symbol(of: tree.kind(base) == .index ? tree.firstChild(base) ?? base : base)))
        }
        return links
    }

    /// What runs before a class, or an object of it, that is called as a function is: what its makers and its caller name.
    func callDependencies(ofClass node: NodeIndex) -> [MiddlewareLink] {
        guard let name = tree.child(node, .name) else { return [] }
        let makes = facts.matches.of(.dependencies).isEmpty ? [] : [Self.maker]
        return (makes + [Self.callMethod]).flatMap { method in
            facts.functions.function(named: facts.text(name) + "." + method).map(dependencies(of:)) ?? []
        }
    }

    /// The dependencies of a class, wherever it stands.
    func inherited(_ symbol: Symbol) -> MiddlewareLink {
        var own = symbol
        own.name = own.name.isEmpty ? Self.classDependencies : own.name + "." + Self.classDependencies
        return MiddlewareLink(name: symbol.display, verdict: .open, symbol: own)
    }

    /// The name under which a summary holds what a class runs before its methods; no function has it.
    static let classDependencies = "@"

    /// The aliases of this file for a type together with a dependency, and the objects that it makes to be called as one, by name.
    func dependencyAliases() -> [String: [MiddlewareLink]] {
        var aliases: [String: [MiddlewareLink]] = [:]
        let hasDependencies = !facts.matches.of(.dependencies).isEmpty
        guard hasDependencies || facts.functions.mayHave(lastPartOf: Array(Self.callMethod.utf8)[...]) else {
            return aliases
        }
        for node in facts.target.nodes(of: .assignment) where FunctionTable.enclosing(node, in: tree) == nil {
            guard let target = tree.child(node, .target), tree.kind(target) == .identifier,
                let value = tree.child(node, .value)
            else { continue }
            var links = hasDependencies ? dependencies(within: tree.range(value)) : []
            if links.isEmpty, hasDependencies, tree.kind(value) == .index || tree.kind(value) == .identifier {
                links = (value..<tree.subtreeEnd(value)).filter { tree.kind($0) == .identifier }.compactMap(alias)
            }
            if links.isEmpty, makesCallable(value) { links = [link(value)] }
            if !links.isEmpty { aliases[facts.text(target)] = links }
        }
        return aliases
    }

    /// Whether an expression makes an object of a class of this file that is called as a function is: `only_admins = Roles("admin")`.
    /// What a class inherits may do more than is seen here.
    private func makesCallable(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), let type = facts.declaredType(callee),
            !tree.children(type).contains(where: { tree.role($0) == .supertype })
        else { return false }
        return facts.functions.function(named: facts.text(callee) + "." + Self.callMethod) != nil
    }

    /// The method by which a class makes an object.
    private static let maker = "__init__"

    /// The method by which an object is called.
    private static let callMethod = "__call__"

    /// The links of a setting, in which names stand as text: `"framework.permissions.IsAuthenticated"`.
    func settingLinks(_ nodes: [NodeIndex]) -> [MiddlewareLink] {
        nodes.flatMap { node in (node..<tree.subtreeEnd(node)).filter { facts.target.stringValue($0) != nil } }.map {
            node in
            let name = facts.target.stringValue(node).map { String(decoding: $0, as: UTF8.self) } ?? ""
            var link = MiddlewareLink(
                name: name.lastDottedPart, verdict: .open, symbol: Symbol(module: name, name: ""))
            if let verdict = verdict(ofName: name) {
                link.verdict = verdict
                link.restsOnName = verdict.isAuthenticated
                link.yieldsToBody = true
                if !link.restsOnName { link.symbol = nil }
            }
            link.limitsRate = facts.names.holds(.limitsRate, link.name)
            link.guardsWritesOnly = facts.names.holds(.authenticatesWrites, link.name)
            return link
        }
    }

    private var hasImportedTypes: Bool { !facts.modules.modules.isEmpty }

    /// The functions that a call makes a dependency of, in a list of them: `dependencies=[Depends(verify_key)]`; nil where it is
    /// no such call.
    func dependency(at node: NodeIndex) -> [NodeIndex]? {
        guard tree.kind(node) == .call else { return nil }
        let match = facts.matches.of(.dependencies, within: tree.range(node)).first { $0.match.node == node }
        return match?.nodes("function", in: tree)
    }

    /// The links of a function that is run for nothing but what it does. One that fails where what says who calls is not what it
    /// expects need not tell what for.
    func links(ofDependency function: NodeIndex) -> [MiddlewareLink] {
        links([function]).map { link in
            guard link.verdict == .open, let body = facts.localFunction(function),
                let failed = RejectionReader(body, evidence: self).failure()
            else { return link }
            var link = link
            link.verdict = failed
            return link
        }
    }

    private func dependencies(within range: ByteRange) -> [MiddlewareLink] {
        facts.matches.of(.dependencies, within: range).flatMap {
            links($0.nodes("function", in: tree))
        }
    }

    /// Whether a node is a whole name: `Caller`, `auth.Caller`.
    private func isNameInType(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .identifier: tree.kind(tree.parent(node)) != .member
        case .member: tree.kind(tree.parent(node)) != .member
        default: false
        }
    }

    /// A name in a type: an alias of this file, or one of another that may be.
    private func alias(_ node: NodeIndex) -> MiddlewareLink? {
        let name = facts.name(of: node).lastDottedPart
        let isOwn = tree.kind(node) == .identifier && facts.target.semantics.variables[Int(node)] >= 0
        let symbol = facts.modules.symbol(of: node, in: facts.target) ?? (isOwn ? Symbol(name: name) : nil)
        guard let symbol else { return nil }
        var link = MiddlewareLink(name: name, verdict: .open, symbol: symbol)
        link.isParameterType = true
        if facts.names.holds(.dependency, name) { link.doubt = "'\(name)' is not known" }
        return link
    }
}
