import Matching
import Syntax

/// Collects the registrations of routers under others into the table of routers.
struct MountCollector {
    private let facts: FileFacts
    private let table: RouterTable
    private let options: OptionReader

    init(facts: FileFacts, table: RouterTable) {
        self.facts = facts
        self.table = table
        options = OptionReader(facts: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    /// Every parent is known before its children: a closure's parameter may be nothing but the parent of others.
    func collect() {
        let mounts = facts.matches.of(.mounts).filter(mayMount)
        for match in mounts { _ = table.key(ofRouterIn: match) }
        let mounted = Set(mounts.flatMap { $0.nodes("child", in: tree) })
        for match in mounts where !mounted.contains(match.match.node) || !isBareCallOfChild(match) { addMount(match) }
    }

    /// Puts the routes of the classes that a class extends under its own; they are known when all routes are.
    func collectInherited() {
        for (node, key) in table.classKeys {
            guard let name = tree.child(node, .name) else { continue }
            let decorators = tree.children(node).filter { tree.kind($0) == .decorator }
            for base in facts.bases(ofClass: node) {
                var mount = Mount(
                    parent: key, child: nil, childSymbol: base, prefix: "",
                    chain: facts.authentication.links(decorators), position: tree.range(node).end)
                mount.heir = facts.text(name)
                mount.replacesPrefix = true
                table.add(mount)
            }
        }
    }

    /// Whether a call of any function may be given a router, rather than one of the other things that functions take.
    private func mayMount(_ match: ModelMatch) -> Bool {
        guard match.value("given")?.boolean != true, isCallOfChild(match), let router = match.node("router") else {
            return true
        }
        return table.mayDenote(router)
    }

    /// Whether a function is given a router before which nothing is registered here, so that where the call is mounted says
    /// all of where its routes are: `app.use("/api", routes(router))`.
    private func isBareCallOfChild(_ match: ModelMatch) -> Bool {
        guard isCallOfChild(match), let parent = table.key(ofRouterIn: match), table.isMade(parent) else {
            return false
        }
        return !facts.matches.of(.middleware).contains { $0.node("router").flatMap { table.key(of: $0) } == parent }
    }

    private func addMount(_ match: ModelMatch) {
        guard let parent = table.key(ofRouterIn: match) else { return }
        let split = table.arguments(of: match)
        let chain =
            facts.authentication.links(match.nodes("middleware", in: tree))
            + facts.authentication.links(options.values("middleware", of: match)) + split.links
        let prefix = RoutePath.join(RoutePath.join("", table.prefix(of: match)), split.prefix)
        // Behind what the expression of the router registers itself: `users.addRoutes(to: router.add(middleware: guard))`.
        let position = max(
            table.position(of: match), match.node("router").map { tree.range($0).end } ?? match.match.range.start)
        let mount = Mount(
            parent: parent, child: nil, childSymbol: nil, prefix: prefix, chain: chain, position: position)
        if case .mapping(let keys)? = match.value("keys"), keys["folder"] != nil {
            var whole = mount
            whole.folder = MountedFolderReader(facts: facts).folder(of: match)
            if whole.folder != nil { table.add(whole) }
            return
        }
        if RouterTable.isScope(match) { table.add(mount, of: table.keyOfScope(match.match.node)) }
        if match.value("child")?.text == "self" {
            let child = table.key(ofMade: match.match.node)
            if child.map(table.isMade) != true, let symbol = childSymbol(match.match.node) {
                var mount = mount
                mount.childSymbol = symbol
                table.add(mount)
            } else if let child {
                table.add(mount, of: child)
            }
        }
        for node in match.nodes("child", in: tree) {
            // A list stands for itself; of a pair (the list and a name), the first.
            let child = tree.kind(node) == .tuple ? tree.firstChild(node) ?? node : node
            guard tree.kind(child) != .array else { continue }
            if let folder = MountedFolderReader(facts: facts).folder(requiredBy: child) {
                var mount = mount
                mount.folder = folder
                mount.sharesRouter = isCallOfChild(match)
                table.add(mount)
                continue
            }
            let elements = table.elements(around: match)
            if let symbols = listedMembers(child) {
                for symbol in symbols {
                    var mount = mount
                    mount.childSymbol = symbol
                    table.add(mount)
                }
            } else if let listed = elements.values(of: child) {
                add(mount, ofEach: listed, match)
            } else if !isCallOfChild(match), let member = elements.listedMember(child) {
                var mount = mount
                mount.listed = member
                table.add(mount)
                if !member.name.isEmpty { table.noteListed(child) }
            } else if let function = closure(child) {
                var mount = mount
                mount.sharesRouter = sharesRouter(child)
                mount.isConditional = mount.sharesRouter && isConditional(match)
                for router in routers(registeredIn: function) { table.add(mount, of: router) }
            } else {
                add(mount, of: child, match)
            }
        }
    }

    /// Mounts each router of a list, under the prefix that stands with it.
    private func add(_ mount: Mount, ofEach children: [NodeIndex?], _ match: ModelMatch) {
        let elements = table.elements(around: match)
        for (index, child) in children.enumerated() {
            guard let child else { continue }
            var mount = mount
            if let prefix = match.node("prefix"), elements.count(of: prefix) == children.count {
                let given = elements.value(of: prefix, at: index) ?? prefix
                let path = table.approximatePath(given, in: elements, at: index) ?? table.namedPath(given)
                mount.prefix = RoutePath.join("", path ?? "")
            }
            add(mount, of: child, match)
        }
    }

    /// What a loop over imported modules, or over objects that are made there, mounts of each; nil where it is nothing of such a
    /// loop.
    private func listedMembers(_ child: NodeIndex) -> [Symbol]? {
        guard let (elements, name) = ListedElements(facts: facts).members(of: child) else { return nil }
        let symbols = elements.compactMap { element -> Symbol? in
            let isMade = tree.kind(element) == .new
            let named = isMade ? tree.child(element, .callee) ?? element : element
            let symbol = facts.modules.symbol(of: named, in: facts.target)
            return (symbol ?? (isMade ? Symbol(name: facts.name(of: named)) : nil))?
                .member(facts.text(name), ofDefault: isMade)
        }
        return symbols.isEmpty ? nil : symbols
    }

    /// The routers that a function gets and registers routes on.
    private func routers(registeredIn function: NodeIndex) -> [String] {
        let name = facts.functions.name(of: function) ?? "f\(function)"
        return table.routers.values.filter { $0.owner == name && !table.isMade($0.key) }.map(\.key)
    }

    private func add(_ mount: Mount, of child: NodeIndex, _ match: ModelMatch) {
        var mount = mount
        if let own = routerOfOwnMethod(match) {
            guard own != mount.parent, mayRegister(match, on: mount.parent) else { return }
            mount.sharesRouter = true
            mount.isConditional = isConditional(match)
            return table.add(mount, of: own)
        }
        mount.childSymbol = moduleSymbol(child, match) ?? childSymbol(child) ?? calledSymbol(child, match)
        mount.childName = match.value("child-name")?.text
        mount.childMethod = match.text("child-method", in: tree)
        mount.sharesRouter = sharesRouter(child)
        mount.isConditional = mount.sharesRouter && isConditional(match)
        mount.child = mount.childSymbol == nil ? table.key(of: child) : nil
        if isCallOfChild(match) {
            guard mount.childSymbol != nil, mayRegister(match, on: mount.parent),
                match.value("given")?.boolean == true || tree.kind(child) != .member
            else { return }
            mount.sharesRouter = true
            mount.isConditional = isConditional(match)
            mount.routerArgument = argument(givingRouterIn: match)
            mount.routerLabel = mount.routerArgument.flatMap { label(ofArgument: $0, in: match) }
            mount.pathArguments = table.pathArguments(of: match.match.node)
        } else {
            mount.pathArguments = givingCall(child).flatMap(table.pathArguments)
        }
        guard mount.childSymbol != nil || mount.child != nil else { return }
        mount.replacesPrefix = match.value("replaces-prefix")?.boolean == true && !mount.prefix.isEmpty
        table.add(mount)
    }

    /// Whether a function may register routes on what it is given. Any function may be given a router: one that is imported or
    /// stands here may register routes on it. What a function is given itself is handed on in many ways, of which only some
    /// are registrations, unless its type says what it is. What a function of another file made is as good as made here.
    private func mayRegister(_ match: ModelMatch, on key: String) -> Bool {
        if table.isMade(key) || match.node("router").map(table.isTyped) == true { return true }
        let router = table.routers[key]
        return match.value("given")?.boolean == true && (router?.owner != nil || router?.maker != nil)
    }

    /// What a method of the class around a call calls the router that it is given: `reports` of `addReports(to: admin)`.
    private func routerOfOwnMethod(_ match: ModelMatch) -> String? {
        guard isCallOfChild(match), let callee = tree.child(match.match.node, .callee),
            let owner = FunctionTable.enclosingClass(callee, in: tree),
            tree.kind(callee) == .identifier || tree.child(callee, .object).map(facts.isReceiver) == true,
            let name = tree.kind(callee) == .identifier ? callee : tree.child(callee, .name),
            let method = tree.child(owner, .name).flatMap({
                facts.functions.function(named: facts.text($0) + "." + facts.text(name))
            }),
            let index = argument(givingRouterIn: match), let list = tree.child(method, .parameters),
            let parameter = tree.children(list).first(where: { table.index(of: $0) == index })
        else { return nil }
        return tree.child(parameter, .name).flatMap { table.key(of: $0) }
    }

    /// Which argument of a call the router is that it is given.
    private func argument(givingRouterIn match: ModelMatch) -> Int? {
        guard let router = match.node("router"), let list = tree.child(match.match.node, .arguments) else { return nil }
        return tree.children(list).enumerated().first { tree.range($0.element).contains(tree.range(router)) }?.offset
    }

    private func label(ofArgument index: Int, in match: ModelMatch) -> String? {
        tree.child(match.match.node, .arguments).flatMap { Array(tree.children($0))[index] }.flatMap { argument in
            tree.kind(argument) == .keywordArgument ? tree.child(argument, .label).map { facts.text($0) } : nil
        }
    }

    /// The call that gives a mounted expression what its paths are made of: `UserRoutes("/users")`, `new UserRoutes(base).router`,
    /// or what a variable holds.
    private func givingCall(_ child: NodeIndex) -> NodeIndex? {
        var node = facts.unwrapped(child)
        for _ in 0..<4 {
            switch tree.kind(node) {
            case .identifier:
                guard let call = facts.heldCall(node) else { return nil }
                node = call
            case .member:
                guard let object = tree.child(node, .object) else { return nil }
                node = object
            case .call, .new:
                if let list = tree.child(node, .arguments), tree.firstChild(list) != nil { return node }
                guard let callee = tree.child(node, .callee), tree.kind(callee) == .member else { return nil }
                node = callee
            default: return nil
            }
        }
        return nil
    }

    /// A module named by text, whose routes are in a variable that the model names.
    private func moduleSymbol(_ node: NodeIndex, _ match: ModelMatch) -> Symbol? {
        guard let name = match.value("child-name")?.text, let module = facts.target.stringValue(node) else {
            return nil
        }
        return Symbol(module: String(decoding: module, as: UTF8.self), name: name)
    }

    /// The function that a mounted expression is, as it stands there or in a wrapper.
    private func closure(_ node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .lambda, .function: return node
        case .call:
            guard let list = tree.child(node, .arguments), let argument = tree.firstChild(list) else { return nil }
            return tree.kind(argument) == .lambda ? argument : nil
        default: return nil
        }
    }

    /// Whether the child is a function that is called with the router rather than given to one of its methods.
    private func isCallOfChild(_ match: ModelMatch) -> Bool {
        guard let child = match.node("child"), match.match.node >= 0 else { return false }
        return tree.child(match.match.node, .callee).map { $0 == child || tree.range($0).contains(tree.range(child)) }
            ?? false
            && tree.child(match.match.node, .arguments).map { !tree.range($0).contains(tree.range(child)) } ?? false
    }

    /// What a mounted expression means where it is made elsewhere: an imported name, a required module, a call of a function
    /// that makes or fills a router.
    private func childSymbol(_ node: NodeIndex) -> Symbol? {
        if let module = ModuleTable.required(node, in: facts.target) { return Symbol(module: module, name: "") }
        switch tree.kind(node) {
        case .string:
            return facts.target.stringValue(node).map { Symbol(module: String(decoding: $0, as: UTF8.self), name: "") }
        case .await, .parenthesized, .cast, .postfix:
            return tree.child(node, .value).flatMap(childSymbol)
        case .call, .new:
            guard let callee = tree.child(node, .callee) else { return nil }
            if let plugin = facts.functionSharingRouter(node) { return childSymbol(plugin) }
            if let asked = facts.injectedCalls.symbol(ofObject: node) { return asked }
            if let symbol = facts.modules.symbol(of: callee, in: facts.target) { return symbol }
            if tree.kind(callee) == .call { return childSymbol(callee) }
            if tree.kind(callee) == .member, let object = tree.child(callee, .object),
                tree.kind(object) != .identifier, let symbol = childSymbol(object)
            {
                return symbol
            }
            if tree.kind(callee) == .member, let symbol = tree.child(callee, .object).flatMap(instanceSymbol) {
                return symbol
            }
            let name = facts.name(of: callee)
            // `Users.Controller()`: a type in another, which a router of that other's name is not.
            let isType = tree.kind(callee) == .member && name.lastDottedPart.utf8.startsWithCapital
            // `auth.routes()` where `const auth = new Auth()`.
            if tree.kind(callee) == .member, let method = facts.injectedSymbol(node) { return method }
            guard let key = table.key(of: node), !isType || table.isMade(key) else { return Symbol(name: name) }
            return nil
        case .member:
            if let symbol = facts.modules.symbol(of: node, in: facts.target) { return symbol }
            guard let object = tree.child(node, .object) else { return nil }
            // `require("./users").router`.
            if let module = ModuleTable.required(object, in: facts.target), let name = tree.child(node, .name) {
                let member = facts.text(name)
                return Symbol(module: module, name: member == "default" ? "" : member)
            }
            // What a variable holds that is made of a type: `let users = UserRoutes(db)`, mounted as `users.routes`.
            if tree.kind(object) == .identifier, let value = facts.onlyValue(of: object), tree.kind(value) == .call,
                let type = tree.child(value, .callee), tree.kind(type) == .identifier,
                tree.text(type).startsWithCapital, table.key(of: value) == nil
            {
                return childSymbol(value)
            }
            if let symbol = instanceSymbol(object) { return symbol }
            // `(await import("./users.js")).default`.
            let isMade = [.new, .call, .parenthesized, .await].contains(tree.kind(object))
            return isMade ? childSymbol(object) : nil
        case .identifier:
            if let symbol = facts.modules.symbol(of: node, in: facts.target) { return symbol }
            guard facts.variable(of: node) != nil else {
                // A function of another file, which no import names.
                return facts.target.scoping.filesShareNames ? Symbol(name: facts.text(node)) : nil
            }
            // `const guard = plugin(async (app) => ..)`: the wrapper's name is the function's.
            if let function = facts.functions.function(named: facts.text(node)),
                FunctionTable.outermostWrapper(of: function, in: tree) == facts.onlyValue(of: node)
            {
                return functionSymbol(node)
            }
            // `const users = new UserController()`, mounted by its name.
            guard let value = facts.onlyValue(of: node),
                tree.kind(value) == .new || tree.kind(value) == .call || tree.kind(value) == .await,
                table.key(of: value) == nil || isMadeByModule(value)
            else { return functionSymbol(node) }
            return childSymbol(value)
        default:
            return nil
        }
    }

    /// Whether a call is one of a function by the name of a module before it: `users = user_routes.make()`.
    private func isMadeByModule(_ call: NodeIndex) -> Bool {
        guard table.key(of: call).map(table.isMade) != true, let callee = tree.child(call, .callee),
            tree.kind(callee) == .member, let symbol = facts.modules.symbol(of: callee, in: facts.target)
        else { return false }
        return symbol.name.isEmpty && facts.modules.mayBeOfProject(symbol)
    }

    /// The class of an object of another file's, or of one here that registers its routes itself: `users` of `users.router`.
    private func instanceSymbol(_ object: NodeIndex) -> Symbol? {
        guard [.identifier, .member].contains(tree.kind(object)), table.key(of: object).map(table.isMade) != true else {
            return nil
        }
        return facts.injectedCalls.symbol(ofObject: object)
    }

    private func isConditional(_ match: ModelMatch) -> Bool {
        ConditionalPlace.isConditional(match.match.node, in: tree)
    }

    /// Whether a call only says that what a function registers holds for the router that it is given, or a name holds such
    /// a call: `fp(guard)`.
    private func sharesRouter(_ node: NodeIndex) -> Bool {
        facts.isNamed(.sharesRouter, facts.heldCall(node) ?? node)
    }

    /// A function of another file that is called without an import, where the language needs none.
    private func calledSymbol(_ node: NodeIndex, _ match: ModelMatch) -> Symbol? {
        guard tree.kind(node) == .identifier, facts.variable(of: node) == nil, isCallOfChild(match) else { return nil }
        return Symbol(name: facts.text(node))
    }

    /// A function of this file that registers routes on what it is given, or a class whose maker does.
    private func functionSymbol(_ node: NodeIndex) -> Symbol? {
        let isDeclared = facts.functions.function(named: facts.text(node)) != nil || facts.declaredType(node) != nil
        return isDeclared ? Symbol(name: facts.text(node)) : nil
    }
}

extension FileFacts {
    /// The function that a call is given by its name which says that what that registers holds for the router that it is given:
    /// `fp(guard)`.
    func functionSharingRouter(_ call: NodeIndex) -> NodeIndex? {
        guard tree.kind(call) == .call, let list = tree.child(call, .arguments), let first = tree.firstChild(list),
            tree.kind(first) == .identifier, isNamed(.sharesRouter, call)
        else { return nil }
        return first
    }
}
