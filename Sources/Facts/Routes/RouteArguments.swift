import SourceText
import Syntax

/// What the arguments of a registration say: parts of a path, and middleware.
struct RouteArguments {
    var prefix = ""
    var links: [MiddlewareLink] = []
    /// Whether some part of the path is not constant.
    var isUnknown = false
}

extension RouterTable {
    /// The arguments of a match, parts of a path told from middleware by being constant. Those of a route are all path.
    func arguments(of match: ModelMatch) -> RouteArguments {
        var arguments = RouteArguments()
        let arePath = match.entry.fields["handler"] != nil
        for node in match.nodes("arguments", in: tree) {
            if let part = pathComponent(node) {
                arguments.prefix = RoutePath.join(arguments.prefix, part)
                continue
            }
            switch tree.kind(node) {
            case .lambda: continue
            case .keywordArgument:
                if let part = labelledComponent(node, of: match) {
                    arguments.prefix = RoutePath.join(arguments.prefix, part)
                } else if !arePath, let type = namedType(node) {
                    arguments.links.append(type)
                }
            default:
                if let hole = wholeHole(node) {
                    arguments.prefix = RoutePath.join(arguments.prefix, hole)
                } else if arePath || isNamedAsPath(node) || isText(node), let name = qualifiedPath(node) {
                    arguments.prefix = RoutePath.join(arguments.prefix, name)
                } else if arePath {
                    arguments.isUnknown = true
                } else {
                    arguments.links += facts.authentication.links([node])
                }
            }
        }
        return arguments
    }

    /// Text that is nothing but one name: `"\(Place.orders.rawValue)"`.
    private func wholeHole(_ node: NodeIndex) -> String? {
        guard tree.kind(node) == .interpolatedString, tree.childCount(node) == 1, let hole = tree.firstChild(node),
            tree.kind(hole) == .interpolation
        else { return nil }
        let value = tree.child(hole, .value) ?? tree.firstChild(hole) ?? hole
        guard tree.kind(value) == .identifier || tree.kind(value) == .member else { return nil }
        return PathHole.whole(facts.name(of: value))
    }

    /// Whether a name says that what stands under it is a path.
    private func isNamedAsPath(_ node: NodeIndex) -> Bool {
        facts.isNamed(.path, node)
    }

    /// A part of a path that the project may know by its name, with its type where that is written: `Users.path`.
    private func qualifiedPath(_ node: NodeIndex) -> String? {
        guard tree.kind(node) == .member, let object = tree.child(node, .object), tree.kind(object) == .identifier,
            tree.text(object).startsWithCapital
        else { return namedPath(node) }
        return PathHole.whole(facts.name(of: node))
    }

    /// Constants of types that are parts of paths, under their names and those with their types.
    func constantComponents() -> [String: String] {
        var components: [String: String] = [:]
        for node in facts.target.nodes(of: .declarator) {
            guard let target = tree.child(node, .target), tree.kind(target) == .identifier,
                let component = constantComponent(node)
            else { continue }
            let name = facts.text(target)
            // Names without their types may mean several things.
            components[name] = components[name].map { $0 == component ? $0 : "" } ?? component
            if let owner = FunctionTable.enclosingClass(node, in: tree).flatMap({ tree.child($0, .name) }) {
                components[facts.text(owner) + "." + name] = component
            }
        }
        for field in facts.target.nodes(of: .field) { components.merge(rawValues(ofCase: field)) { $1 } }
        return components
    }

    /// What the case of an enumeration of texts stands for: `case orders`, `case all = "everything"`.
    private func rawValues(ofCase field: NodeIndex) -> [String: String] {
        guard let name = tree.child(field, .name), let owner = FunctionTable.enclosingClass(field, in: tree),
            let ownerName = tree.child(owner, .name), isEnumerationOfTexts(owner)
        else { return [:] }
        let own = facts.text(ownerName) + "." + facts.text(name)
        let raw = tree.child(field, .value).map(facts.bareText) ?? facts.text(name)
        return [own: "/" + facts.text(name), own + ".rawValue": "/" + raw]
    }

    private func isEnumerationOfTexts(_ owner: NodeIndex) -> Bool {
        facts.mainText(owner) == "enum"
            && tree.children(owner).contains { child in
                tree.role(child) == .supertype && facts.text(child) == "String"
            }
            && !tree.children(owner).contains { tree.role($0) == .supertype && facts.text($0) == "CodingKey" }
    }

    private func constantComponent(_ declarator: NodeIndex) -> String? {
        guard let value = tree.child(declarator, .value) ?? tree.child(declarator, .body).flatMap(onlyValue(in:)) else {
            return nil
        }
        let isDeclared =
            tree.child(declarator, .type).map { facts.hasName(.pathType, in: $0) } ?? false
        if tree.kind(value) == .call, let callee = tree.child(value, .callee),
            facts.names.holds(.pathType, facts.name(of: callee)),
            let list = tree.child(value, .arguments), let first = tree.firstChild(list)
        {
            return pathComponent(tree.child(first, .value) ?? first).map { "/" + $0 }
        }
        return isDeclared ? pathComponent(value).map { "/" + $0 } : nil
    }

    /// A part of a path under a label that says so, as functions of a project's own take it.
    private func labelledComponent(_ argument: NodeIndex, of match: ModelMatch) -> String? {
        guard match.entry.fields["helper"] != nil, let label = tree.child(argument, .label),
            facts.means(.path, label)
        else { return nil }
        return tree.child(argument, .value).flatMap { pathComponent($0) }
    }

    /// The type that an argument names (`context: UserContext.self`), whose initialiser may turn callers away.
    private func namedType(_ argument: NodeIndex) -> MiddlewareLink? {
        guard let value = tree.child(argument, .value), tree.kind(value) == .member,
            let name = tree.child(value, .name),
            facts.text(name) == "self", let type = tree.child(value, .object), tree.kind(type) == .identifier
        else { return nil }
        return MiddlewareLink(name: facts.text(type), verdict: .open, symbol: Symbol(name: facts.text(type)))
    }

    /// Functions and properties that make parts of paths of each other are followed this far.
    private static let deepestComponent = 4

    /// A constant part of a path: text, text with a hole (a parameter), `.parameter("id")`, `.anything`, or what a function of the
    /// file makes of these.
    private func pathComponent(_ node: NodeIndex, depth: Int = 0) -> String? {
        guard depth < Self.deepestComponent else { return nil }
        if let path = facts.target.stringValue(node) { return String(decoding: path, as: UTF8.self) }
        switch tree.kind(node) {
        case .interpolatedString:
            guard let first = tree.firstChild(node), tree.kind(first) == .stringText else { return nil }
            let text = facts.text(first)
            return text.hasPrefix(":") || text.hasPrefix("{") ? "{}" : nil
        case .array:
            let parts = tree.children(node).map { pathComponent($0, depth: depth) }
            return parts.isEmpty || parts.contains(nil) ? nil : parts.reduce("") { RoutePath.join($0, $1 ?? "") }
        case .call:
            guard let callee = tree.child(node, .callee), let list = tree.child(node, .arguments) else { return nil }
            // `PathComponent(stringLiteral: base)`
            if facts.isNamed(.pathType, callee), let first = tree.firstChild(list) {
                let value = tree.argumentValue(first)
                return pathComponent(value, depth: depth) ?? qualifiedPath(value)
            }
            if let made = madePath(by: callee) { return pathComponent(made, depth: depth + 1) }
            guard tree.kind(callee) == .member, tree.child(callee, .object) == nil,
                let name = tree.child(callee, .name)
            else { return nil }
            let value = tree.firstChild(list).flatMap { facts.target.stringValue($0) }
            let text = value.map { String(decoding: $0, as: UTF8.self) }
            return facts.text(name).hasPrefix("param") ? ":" + (text ?? "value") : text
        case .member:
            guard let name = tree.child(node, .name) else { return nil }
            // `Post.parameter`: the type says what stands there.
            if facts.text(name) == "parameter" { return ":parameter" }
            guard tree.child(node, .object) == nil else { return staticComponent(node, name, depth: depth) }
            switch facts.text(name) {
            case "anything", "any": return "*"
            case "catchall", "recursive": return "**"
            default: return nil
            }
        default: return nil
        }
    }

    /// All that a function of the file gives whose type is that of parts of paths:
    /// `func user(_ id: String) -> [PathComponent] { ["users", .parameter(id)] }`.
    private func madePath(by callee: NodeIndex) -> NodeIndex? {
        guard let function = facts.localFunction(callee), let type = tree.child(function, .returnType),
            facts.hasName(.pathType, in: type)
        else { return nil }
        return tree.child(function, .body).flatMap(onlyValue(in:))
    }

    /// The value of the only statement of a block.
    private func onlyValue(in body: NodeIndex) -> NodeIndex? {
        tree.onlyChild(body).map { tree.child($0, .value) ?? $0 }
    }

    /// A constant of one of this file's types that is a part of a path: `UserController.uri`.
    private func staticComponent(_ node: NodeIndex, _ name: NodeIndex, depth: Int) -> String? {
        guard let object = tree.child(node, .object), tree.kind(object) == .identifier else { return nil }
        let owner = facts.text(object)
        for declarator in facts.target.nodes(of: .declarator) {
            guard let target = tree.child(declarator, .target), tree.text(target).elementsEqual(tree.text(name)),
                let type = FunctionTable.enclosingClass(declarator, in: tree), let typeName = tree.child(type, .name),
                owner == "Self" || facts.text(typeName) == owner,
                let value = tree.child(declarator, .value) ?? tree.child(declarator, .body).flatMap(onlyValue(in:)),
                tree.kind(value) != .member || tree.child(value, .object) == nil
            else { continue }
            return pathComponent(value, depth: depth + 1)
        }
        return nil
    }

    /// A path that is constant but for holes: text with interpolations, concatenation, or what a function makes of text.
    func approximatePath(_ node: NodeIndex) -> String? { approximatePath(node) { _ in nil } }

    /// The same for one element of what a loop goes through.
    func approximatePath(_ node: NodeIndex, in elements: ListedElements, at index: Int) -> String? {
        approximatePath(node) { part in
            elements.value(of: part, at: index).flatMap { facts.target.stringValue($0) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private func approximatePath(_ node: NodeIndex, known: (NodeIndex) -> String?) -> String? {
        let node = heldPath(node) ?? node
        if let path = facts.target.stringValue(node) { return String(decoding: path, as: UTF8.self) }
        func hole(_ node: NodeIndex) -> String {
            let value = tree.kind(node) == .interpolation ? tree.child(node, .value) ?? node : node
            return known(value) ?? self.hole(value)
        }
        switch tree.kind(node) {
        case .interpolatedString:
            let parts = tree.children(node).map { tree.kind($0) == .stringText ? facts.text($0) : hole($0) }
            return parts.contains { !$0.hasPrefix("{") } ? parts.joined() : nil
        case .binary:
            guard tree.mainText(node).elementsEqual("+".utf8), let left = tree.child(node, .left),
                let right = tree.child(node, .right)
            else { return nil }
            let parts = [left, right].map { ($0, approximatePath($0, known: known)) }
            return parts.contains { $0.1 != nil } ? parts.map { $0.1 ?? hole($0.0) }.joined() : nil
        case .call:
            guard let list = tree.child(node, .arguments), let first = tree.firstChild(list) else { return nil }
            return facts.target.stringValue(first).map { String(decoding: $0, as: UTF8.self) }
        default: return nil
        }
    }

    /// What an object of this file holds under a name, `ROUTES.users.list`, or a name that is an option, too: `{ prefix }`.
    private func heldPath(_ node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .identifier:
            guard let value = facts.onlyValue(of: node), facts.target.stringValue(value) != nil else { return nil }
            return value
        case .member:
            guard let name = tree.child(node, .name), let object = tree.child(node, .object) else { return nil }
            let holder = tree.kind(object) == .member ? heldPath(object) ?? object : object
            return OptionReader(facts: facts).value(named: facts.text(name), in: holder)
        case .interpolatedString:
            // Text that is nothing but a hole is what stands in that.
            guard tree.childCount(node) == 1, let hole = tree.firstChild(node), tree.kind(hole) == .interpolation,
                let value = tree.child(hole, .value)
            else { return nil }
            return heldPath(value) ?? value
        default: return nil
        }
    }

    /// A hole in a path, by the name of what fills it: the project may know a constant of that name.
    private func hole(_ value: NodeIndex) -> String {
        guard tree.kind(value) == .identifier || tree.kind(value) == .member else { return "{}" }
        return PathHole.partial(facts.name(of: value))
    }

    /// A path that is nothing but a name.
    func namedPath(_ node: NodeIndex) -> String? {
        guard tree.kind(node) == .identifier || tree.kind(node) == .member else { return nil }
        let name = facts.name(of: node)
        return name.isEmpty ? nil : PathHole.whole(name)
    }

    func prefix(of match: ModelMatch) -> String {
        if let given = prefixNode(of: match) {
            let node = heldPath(given) ?? given
            if tree.kind(node) == .array { return prefixes(in: node, of: match).first ?? "" }
            guard tree.kind(node) != .null else { return "" }
            // What stands in the place of a path may be middleware, but not under the label of one.
            let isLabelled = if case .keyword = match.entry.fields["prefix"] { true } else { false }
            let isOwn = match.node("router").map(isParameter) != true
            if isOwn, let fallback = fallback(of: node) { return path(fallback, of: match) }
            if isLabelled || tree.kind(node) != .call,
                let known = approximatePath(node, known: { isOwn ? self.fallback(of: $0) : nil })
            {
                return path(known, of: match)
            }
            if let name = givenName(node, isLabelled: isLabelled) { return "/" + PathHole.partial(name) }
            // A constant of another file: `app.use(API_PREFIX, router)`.
            if !isLabelled, isNamedAsPath(node), facts.modules.symbol(of: node, in: facts.target) != nil {
                return "/" + PathHole.partial(facts.name(of: node))
            }
            guard isLabelled else { return "" }
            // The project may know what a name of its settings stands for.
            return "/{" + facts.name(of: node) + "}"
        }
        return match.value("prefix")?.text ?? ""
    }

    /// The text that a parameter has where nobody gives it another.
    private func fallback(of node: NodeIndex) -> String? {
        guard tree.kind(node) == .identifier, isParameter(node),
            let parameter = facts.variable(of: node).flatMap(facts.parameter(declaring:)),
            let text = tree.child(parameter, .value).flatMap({ facts.target.stringValue($0) })
        else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// The name of a prefix that those give who call the function around, or that each element of a list elsewhere has. Where
    /// no label says that it is a path, its own name or type has to.
    private func givenName(_ node: NodeIndex, isLabelled: Bool) -> String? {
        if tree.kind(node) == .identifier, isParameter(node) {
            return isLabelled || isNamedAsPath(node) || isText(node) ? facts.text(node) : nil
        }
        guard isLabelled || isNamedAsPath(node) else { return nil }
        let elements = ListedElements(facts: facts)
        if let member = elements.listedMember(node), !member.name.isEmpty { return member.name }
        return elements.members(of: node).map { facts.text($0.name) }
    }

    /// Whether a name is declared with the type of texts or of parts of paths: a parameter, or a member of the class around.
    private func isText(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .identifier else { return false }
        let parameter = facts.variable(of: node).flatMap { facts.parameter(declaring: $0) }
        if let parameter { return tree.child(parameter, .type).map { facts.hasName(.pathType, in: $0) } ?? false }
        let owner = FunctionTable.enclosingClass(node, in: tree)
        return owner != nil
            && facts.target.nodes(of: .declarator).contains { declarator in
                guard let type = tree.child(declarator, .type), facts.hasName(.pathType, in: type),
                    let target = tree.child(declarator, .target), tree.text(target).elementsEqual(tree.text(node))
                else { return false }
                return FunctionTable.enclosingClass(declarator, in: tree) == owner
            }
    }

    /// The prefixes behind the first, where a list gives several.
    func otherPrefixes(of match: ModelMatch) -> [String] {
        guard let node = prefixNode(of: match), tree.kind(node) == .array else { return [] }
        return Array(prefixes(in: node, of: match).dropFirst())
    }

    private func prefixNode(of match: ModelMatch) -> NodeIndex? {
        OptionReader(facts: facts).value("prefix", of: match) ?? match.node("prefix")
    }

    private func prefixes(in list: NodeIndex, of match: ModelMatch) -> [String] {
        tree.children(list).map { element in approximatePath(element).map { path($0, of: match) } ?? "" }
    }

    /// A path as the model's framework spells it.
    func path(_ text: String, of match: ModelMatch) -> String {
        match.value("path-format")?.text == "regex" && text.contains { "^$(\\".contains($0) }
            ? RoutePath.fromExpression(text) : text
    }

    /// What decides the order of registrations: in a chain of calls, the place of each call's own name.
    func position(of match: ModelMatch) -> Int {
        let node = match.match.node
        guard node >= 0, tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name)
        else { return match.match.range.start }
        return tree.range(name).start
    }

    /// The class in an expression that makes a handler of it: `Users.as_view()`, a variable that holds that, or a call of a
    /// function around it.
    func classNode(in node: NodeIndex, madeBy maker: String) -> NodeIndex? {
        var node = node
        for _ in 0..<8 {
            switch tree.kind(node) {
            case .identifier:
                guard let value = facts.onlyValue(of: node) else { return nil }
                node = value
            case .call:
                guard let callee = tree.child(node, .callee) else { return nil }
                if tree.kind(callee) == .member, let name = tree.child(callee, .name), facts.text(name) == maker {
                    return tree.child(callee, .object)
                }
                guard let list = tree.child(node, .arguments), let first = tree.firstChild(list) else { return nil }
                node = first
            default: return nil
            }
        }
        return nil
    }
}
