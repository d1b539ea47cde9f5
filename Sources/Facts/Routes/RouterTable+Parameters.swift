import Syntax

/// Routers that functions take.
extension RouterTable {
    /// The function that has a parameter, by its name.
    func owner(of parameter: NodeIndex) -> String? {
        FunctionTable.enclosing(parameter, in: tree).map { facts.functions.name(of: $0) ?? "f\($0)" }
    }

    /// Which one a parameter is of those that calls give a value: not the object that a method is called on.
    func index(of parameter: NodeIndex) -> Int? {
        FunctionTable.enclosing(parameter, in: tree).flatMap { facts.parameters(of: $0).firstIndex(of: parameter) }
    }

    /// Whether a name is a parameter whose type is one of routers: `routes: any RoutesBuilder`.
    func isTyped(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .identifier, let variable = facts.variable(of: node),
            let parameter = facts.parameter(declaring: variable), let type = tree.child(parameter, .type)
        else { return false }
        return (type..<tree.subtreeEnd(type)).contains {
            tree.kind($0) == .identifier && facts.means(.routerType, $0)
        }
    }

    /// Whether a parameter's type is that of applications: `app: FastAPI`.
    func isApplication(_ parameter: NodeIndex) -> Bool {
        tree.child(parameter, .type).map { facts.names.holds(.application, facts.text($0).lastDottedPart) } ?? false
    }

    /// The type of a parameter, where a file of the project may declare it.
    func importedType(of parameter: NodeIndex) -> Symbol? {
        guard let type = tree.child(parameter, .type),
            let name = (type..<tree.subtreeEnd(type)).first(where: { tree.kind($0) == .identifier }),
            let symbol = facts.modules.symbol(of: name, in: facts.target), !facts.modules.isFromPackage(symbol)
        else { return nil }
        return symbol
    }

    /// Whether a name is a parameter of a function around it.
    func isParameter(_ node: NodeIndex) -> Bool {
        let variable = facts.target.semantics.variables[Int(node)]
        guard variable >= 0 else { return false }
        return facts.uses(of: variable).first.map { use in
            tree.role(use) == .name && tree.kind(tree.parent(use)) == .parameter
        } ?? false
    }

    /// What a registration means for each element of a loop around it. What a function gives a router that it takes is known
    /// where that is given to the function; where it takes none, each call of the function is as good as such an element.
    func elements(around match: ModelMatch) -> ListedElements {
        guard let router = match.node("router") else { return ListedElements(facts: facts, followsCalls: true) }
        return ListedElements(facts: facts, followsCalls: !isParameter(router) && isKnown(router))
    }

    /// Whether an expression denotes a router that this file makes, imports or keeps in an object.
    private func isKnown(_ node: NodeIndex) -> Bool {
        guard let key = key(of: node), let router = routers[key] else { return false }
        return isMade(key) || router.symbol != nil || router.maker != nil || key.hasPrefix("m")
    }

    /// The texts that a call gives.
    func pathArguments(of call: NodeIndex) -> PathArguments? {
        guard let list = tree.child(call, .arguments), let callee = tree.child(call, .callee) else { return nil }
        var arguments = PathArguments()
        arguments.isConstruction =
            tree.kind(call) == .new || facts.name(of: callee).lastDottedPart.utf8.startsWithCapital
        for argument in tree.children(list) {
            let text = givenPath(tree.argumentValue(argument))
            if tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label) {
                arguments.labelled[facts.text(label)] = text
            } else {
                arguments.unlabelled.append(text)
            }
        }
        return arguments.labelled.isEmpty && !arguments.unlabelled.contains { $0 != nil } ? nil : arguments
    }

    /// A text that a call gives, as far as it is one: what the function around is given itself stays open.
    private func givenPath(_ value: NodeIndex) -> String? {
        if tree.kind(value) == .identifier, isParameter(value) { return PathHole.whole(facts.text(value)) }
        return tree.kind(value) == .call ? nil : approximatePath(value)
    }

    /// Notes what routers are given by those who mount them, where something registered here has a path that depends on it, and
    /// the texts that their classes hold.
    func noteParameters(routes: [Route]) {
        let isOpen =
            routes.contains { $0.path.map(PathHole.hasNames) ?? false }
            || mounts.contains { PathHole.hasNames($0.prefix) }
            || routers.values.contains { PathHole.hasNames($0.prefix) }
        for (key, router) in routers {
            guard let owner = router.owner else { continue }
            let function = facts.functions.function(named: owner)
            let name = function == nil ? owner : owner.split(separator: ".").dropLast().joined(separator: ".")
            let type = facts.target.nodes(of: .class).first { node in
                tree.child(node, .name).map { facts.text($0) == name } ?? false
            }
            if isOpen {
                let parameters = function.map(pathParameters) ?? []
                let constructor = type.flatMap { type in
                    facts.functions.nodes.first {
                        facts.isConstructor($0) && FunctionTable.enclosingClass($0, in: tree) == type
                    }
                }
                note(parameters, constructor.map(pathParameters) ?? [], of: key)
            }
            if let type { note(constantTexts(of: type), of: key) }
        }
    }

    private func pathParameters(_ function: NodeIndex) -> [PathParameter] {
        facts.parameters(of: function).compactMap { parameter in
            tree.child(parameter, .name).map { name in
                PathParameter(
                    name: facts.text(name), label: tree.child(parameter, .label).map { facts.text($0) },
                    fallback: tree.child(parameter, .value).flatMap(givenPath))
            }
        }
    }

    /// The members of a class that hold nothing but one text.
    private func constantTexts(of type: NodeIndex) -> [String: String] {
        guard let body = tree.child(type, .body) else { return [:] }
        var texts: [String: String] = [:]
        for member in tree.children(body) {
            let held = tree.kind(member) == .variableDeclaration ? Array(tree.children(member)) : [member]
            for node in held {
                guard let name = tree.child(node, .name) ?? tree.child(node, .target), tree.kind(name) == .identifier,
                    let text = tree.child(node, .value).flatMap({ facts.target.stringValue($0) })
                else { continue }
                texts[facts.text(name)] = String(decoding: text, as: UTF8.self)
            }
        }
        return texts
    }
}
