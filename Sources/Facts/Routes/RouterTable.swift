import Matching
import SourceText
import Syntax

/// The routers of a file by the expressions that denote them.
final class RouterTable {
    let facts: FileFacts
    private(set) var routers: [String: Router] = [:]
    private(set) var mounts: [Mount] = []
    private var mountsAdded: Set<Mount> = []
    /// Expressions that are mounted as a part of each element of a list that stands elsewhere.
    private(set) var listed: Set<NodeIndex> = []
    /// Calls that make one router out of another.
    private(set) var groups: [NodeIndex: ModelMatch] = [:]
    /// Calls that make a router.
    private var makers: [NodeIndex: ModelMatch] = [:]
    /// Variables that closures of groups take.
    private var groupParameters: [Int32: ModelMatch] = [:]
    /// Registrations inside which others stand.
    private var scopes: Set<NodeIndex> = []
    /// Classes that have routes for those that extend them, with their keys.
    private var extensible: [NodeIndex: String] = [:]
    /// Members of objects that hold a router made here, by `RouterTable.memberKey`.
    private var memberMakers: [String: ModelMatch] = [:]
    /// Keys of routers that the file is seen to make, rather than to get from elsewhere.
    private var made: Set<String> = []
    private var resolving: Set<NodeIndex> = []

    init(facts: FileFacts) {
        self.facts = facts
        for match in facts.matches.of(.routers) { note(match, in: &makers) }
        for match in facts.matches.of(.mounts) where RouterTable.isScope(match) {
            scopes.insert(match.match.node)
        }
        for match in facts.matches.of(.groups) {
            note(match, in: &groups)
            let parameter =
                match.value("router")?.text == "closure" ? numberedParameter(of: match) : match.node("router")
            if let node = parameter, facts.tree.kind(node) == .identifier {
                let variable = facts.target.semantics.variables[Int(node)]
                if variable >= 0 { groupParameters[variable] = match }
            }
        }
        for (node, match) in makers {
            if let member = memberHolding(node) { memberMakers[memberKey(member)] = match }
        }
    }

    /// Where the closure that a call is given first uses its first parameter by number.
    private func numberedParameter(of match: ModelMatch) -> NodeIndex? {
        guard
            let closure = tree.child(match.match.node, .arguments).flatMap({ tree.children($0).reversed().first })
                .map({ tree.argumentValue($0) }),
            tree.kind(closure) == .lambda
        else { return nil }
        return (closure..<tree.subtreeEnd(closure)).first { node in
            tree.kind(node) == .identifier && tree.mainText(node).elementsEqual("$0".utf8)
                && FunctionTable.enclosing(node, in: tree) == closure
        }
    }

    /// Defines every router that the file makes, so that other files find those that nothing is registered on here.
    func defineAll() {
        for maker in makers.keys.sorted() { _ = key(ofMade: maker) }
    }

    /// Whether the router is made in this file.
    func isMade(_ key: String) -> Bool { made.contains(key) }

    /// Whether an expression may denote a router: a parameter does where something is registered on it, or its type says so.
    func mayDenote(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .identifier, let variable = facts.variable(of: node), routers["v\(variable)"] == nil,
            groupParameters[variable] == nil, facts.onlyValue(ofVariable: variable) == nil,
            facts.parameter(declaring: variable) != nil
        else { return true }
        return isTyped(node)
    }

    /// Whether the expression denotes a router that the file makes.
    func isRouter(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .identifier, .call, .new, .member: key(of: node).map(isMade) ?? false
        default: false
        }
    }

    /// The router that a class is, where a model says that a class of its kind is one.
    func classKey(around node: NodeIndex) -> String? {
        guard let owner = FunctionTable.enclosingClass(node, in: tree), makers[owner] != nil else { return nil }
        return keyOfMaker(owner)
    }

    /// The router that the class around a node is for classes that extend it.
    func extensibleKey(around node: NodeIndex) -> String? {
        guard let owner = FunctionTable.enclosingClass(node, in: tree) else { return nil }
        let key = define("m\(owner).", name: nil, owner: className(around: node))
        extensible[owner] = key
        return key
    }

    /// The classes that are routers, or are such for others, with their keys, in preorder.
    var classKeys: [(node: NodeIndex, key: String)] {
        let own = makers.keys.filter { tree.kind($0) == .class }.compactMap { node in
            key(ofMade: node).map { (node, $0) }
        }
        return (own + extensible.map { ($0.key, $0.value) }).sorted { $0.0 < $1.0 }
    }

    /// `this.router` in `this.router = Router()`, or the field's name in `router = Router()`, around a maker.
    private func memberHolding(_ maker: NodeIndex) -> NodeIndex? {
        let parent = tree.parent(maker)
        guard parent >= 0 else { return nil }
        switch tree.kind(parent) {
        case .assignment:
            guard let target = tree.child(parent, .target), tree.kind(target) == .member,
                let object = tree.child(target, .object), facts.isReceiver(object)
            else { return nil }
            return tree.child(target, .name)
        case .field: return tree.child(parent, .name)
        default: return nil
        }
    }

    /// The key of the member of that name in the class around it.
    private func memberKey(_ name: NodeIndex) -> String {
        "m\(FunctionTable.enclosingClass(name, in: tree) ?? -1).\(facts.text(name))"
    }

    private func className(around node: NodeIndex) -> String? {
        FunctionTable.enclosingClass(node, in: tree).flatMap { tree.child($0, .name) }.map { facts.text($0) }
    }

    /// Whether a registration holds others.
    static func isScope(_ match: ModelMatch) -> Bool {
        match.value("router")?.text == "enclosing" || match.value("encloses")?.boolean == true
    }

    private func note(_ match: ModelMatch, in table: inout [NodeIndex: ModelMatch]) {
        guard match.match.node >= 0 else { return }
        if let known = table[match.match.node] {
            // Of several patterns that match one call, the one with most to say.
            guard known.entry.fields.count < match.entry.fields.count else { return }
        }
        table[match.match.node] = match
    }

    var tree: SyntaxTree { facts.tree }

    /// The key of the router that an expression denotes; nil where nothing says that it is one.
    func key(of node: NodeIndex) -> String? {
        guard resolving.insert(node).inserted else { return nil }
        defer { resolving.remove(node) }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression, .postfix, .cast:
            return tree.child(node, .value).flatMap { key(of: $0) }
        case .identifier:
            return keyOfName(node)
        case .member:
            if let name = tree.child(node, .name), let object = tree.child(node, .object) {
                if facts.isReceiver(object) {
                    if let own = classKey(around: node) { return keyOfProperty(node, name, of: own) }
                    let key = memberKey(name)
                    if let maker = memberMakers[key] {
                        return defineMaker(key, name: facts.text(name), maker, owner: className(around: node))
                    }
                    return define(key, name: facts.text(name), owner: className(around: node))
                }
                if mayHaveProperties, let outer = key(of: object), isMade(outer) || isTyped(object) {
                    return keyOfProperty(node, name, of: outer)
                }
                // A property that by its name stands behind a guard, which is seen elsewhere: `app.protected`.
                if facts.means(.authenticates, name) {
                    let key = define("p\(facts.text(node))", name: nil)
                    routers[key]?.isGiven = true
                    return key
                }
                // A part of a router that routes are registered on: `app.router`, `app.routes`.
                return key(of: object)
            }
            return nil
        case .call:
            if groups[node] != nil { return keyOfGroup(node) }
            if makers[node] != nil { return keyOfMaker(node) }
            // A chain: `app.get(..).post(..)`, `app.route('/x').get(..)`.
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let object = tree.child(callee, .object)
            else { return nil }
            return key(of: object) ?? keyOfResult(object)
        case .new, .class:
            return makers[node] != nil ? keyOfMaker(node) : nil
        default:
            return nil
        }
    }

    /// The router that a registration belongs to by where it stands: in another registration, in a list that a variable holds
    /// or that a router is made of.
    func key(enclosing node: NodeIndex) -> String {
        var current = tree.parent(node)
        while current >= 0 {
            if scopes.contains(current) { return keyOfScope(current) }
            if makers[current] != nil, let key = key(ofMade: current) { return key }
            switch tree.kind(current) {
            case .declarator where tree.child(current, .body) != nil:
                return define("p\(current)", name: nil, owner: propertyName(current))
            case .declarator, .assignment, .augmentedAssignment:
                if let target = tree.child(current, .target), tree.kind(target) == .identifier {
                    return keyOfName(target) ?? define("file", name: nil)
                }
            case .function, .lambda:
                let isScope = tree.kind(current) == .lambda && tree.kind(tree.parent(current)) == .argumentList
                if !isScope { return define("f\(current)", name: nil, owner: facts.functions.name(of: current)) }
            default: break
            }
            current = tree.parent(current)
        }
        return define("file", name: nil)
    }

    /// The router that stands for what is registered inside a registration.
    func keyOfScope(_ node: NodeIndex) -> String { define("s\(node)", name: nil) }

    /// The router that a call makes, by the variable that holds it where one does.
    func key(ofMade node: NodeIndex) -> String? {
        if let target = targetHolding(node) { return keyOfName(target) }
        return key(of: node)
    }

    /// The router on which a match registers something: one that an expression names, the one around it, or the one that the call
    /// itself makes.
    func key(ofRouterIn match: ModelMatch) -> String? {
        switch match.value("router")?.text {
        case "enclosing": key(enclosing: match.match.node)
        case "self": key(ofMade: match.match.node)
        case "receiver": classKey(around: match.match.node)
        default: match.node("router").flatMap { key(of: $0) }
        }
    }

    /// The variable that holds what a call makes.
    private func targetHolding(_ node: NodeIndex) -> NodeIndex? {
        let parent = tree.parent(node)
        guard parent >= 0, tree.role(node) == .value, [.declarator, .assignment].contains(tree.kind(parent)),
            let target = tree.child(parent, .target), tree.kind(target) == .identifier
        else { return nil }
        return target
    }

    private func keyOfName(_ node: NodeIndex) -> String? {
        let name = facts.text(node)
        if facts.isReceiver(node), let owner = FunctionTable.enclosingClass(node, in: tree) {
            if makers[owner] != nil { return keyOfMaker(owner) }
            return define("m\(owner).", name: nil, owner: className(around: node))
        }
        let variable = facts.target.semantics.variables[Int(node)]
        if facts.modules.isFromPackage(node, in: facts.target),
            facts.target.semantics.replacedVariables[variable] == nil
        {
            return nil
        }
        if mayHaveProperties, isComputed(node), let own = classKey(around: node) {
            return keyOfProperty(node, node, of: own)
        }
        guard variable >= 0 else { return define("g" + name, name: name) }
        return key(ofVariable: variable, at: node)
    }

    private func key(ofVariable variable: Int32, at node: NodeIndex) -> String? {
        let name = facts.text(node)
        let key = "v\(variable)"
        if routers[key] != nil { return key }
        if let type = facts.declaredType(node), makers[type] != nil { return keyOfMaker(type) }
        if let group = groupParameters[variable] {
            return defineGroup(key, name: name, group)
        }
        let value = facts.onlyValue(ofVariable: variable)
        if let value {
            let inner = unwrapped(value)
            if let maker = makers[inner] { return defineMaker(key, name: name, maker) }
            if let group = groups[inner] { return defineGroup(key, name: name, group) }
        } else if let several = keyOfSeveral(variable, key, name: name) {
            return several
        }
        // No program declares a router and then its name again; a line that somebody is about to finish may.
        if let replaced = facts.target.semantics.replacedVariables[variable] {
            return self.key(ofVariable: replaced, at: node)
        }
        if let value {
            let inner = unwrapped(value)
            if tree.kind(inner) == .identifier || tree.kind(inner) == .member, let alias = self.key(of: inner) {
                return alias
            }
            if tree.kind(inner) == .call, let chained = self.key(of: inner) {
                if routers[chained]?.name == nil { routers[chained]?.name = name }
                return chained
            }
        }
        let symbol = value == nil ? facts.modules.symbol(of: node, in: facts.target) : nil
        let parameter = facts.parameter(declaring: variable)
        _ = define(key, name: name, owner: parameter.flatMap(owner), symbol: symbol)
        routers[key]?.maker = value.flatMap { importedMaker(unwrapped($0)) }
        routers[key]?.isGiven = value == nil && symbol == nil && isUnpacked(variable)
        if let parameter {
            routers[key]?.parameter = index(of: parameter)
            routers[key]?.parameterLabel = (tree.child(parameter, .label) ?? tree.child(parameter, .name)).map {
                facts.text($0)
            }
            routers[key]?.isApplication = isApplication(parameter)
            routers[key]?.type = importedType(of: parameter)
        }
        return key
    }

    /// The router that a variable holds which is given several, `pages = APIRouter()` and on some condition
    /// `pages = APIRouter(dependencies=[Depends(current_user)])`: what stands before the routes is not known.
    private func keyOfSeveral(_ variable: Int32, _ key: String, name: String) -> String? {
        let values = facts.variableUses.values(of: variable)
        let made = values.compactMap { makers[unwrapped($0)] }
        guard made.count > 1, made.count == values.count else { return nil }
        _ = defineMaker(key, name: name, made[0])
        let links = made.flatMap { facts.authentication.links($0.nodes("middleware", in: tree)) }
        routers[key]?.chain = links.map { $0.uncertain("stands before only some of several routers") }
        return key
    }

    /// Whether a variable gets one of several values: `app, admin = routers()`.
    private func isUnpacked(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first, tree.parent(first) >= 0 else { return false }
        switch tree.kind(tree.parent(first)) {
        case .tuple, .array: return true
        default: return false
        }
    }

    private func unwrapped(_ node: NodeIndex) -> NodeIndex {
        var node = node
        while true {
            switch tree.kind(node) {
            case .parenthesized, .await, .tryExpression, .cast, .postfix:
                guard let value = tree.child(node, .value) else { return node }
                node = value
            case .binary:
                // `extra.map { base.add(middleware: $0) } ?? base`: what stands last is the plain router.
                guard tree.mainText(node).elementsEqual("??".utf8), let right = tree.child(node, .right) else {
                    return node
                }
                node = right
            default: return node
            }
        }
    }

    /// Whether types of routers may have properties of the project's own that make one router of another.
    private var mayHaveProperties: Bool { facts.target.scoping.filesShareNames }

    /// The router that a property of another gives: the project may have one of that name, which puts something before the routes.
    private func keyOfProperty(_ node: NodeIndex, _ name: NodeIndex, of parent: String) -> String {
        let key = define("e\(node)", name: nil)
        made.insert(key)
        var mount = Mount(
            parent: parent, child: key, childSymbol: nil, prefix: PathHole.helper(facts.text(name)),
            chain: [propertyLink(name)], position: tree.range(node).start)
        // Where the project has none, it is a part of the router itself.
        mount.sharesRouter = true
        if mountsAdded.insert(mount).inserted { mounts.append(mount) }
        return key
    }

    private func keyOfGroup(_ node: NodeIndex) -> String? {
        groups[node].flatMap { defineGroup("e\(node)", name: nil, $0) }
    }

    private func keyOfMaker(_ node: NodeIndex) -> String? {
        makers[node].flatMap { match in
            // The variable that holds it is the same router.
            if let target = targetHolding(node), let key = keyOfName(target), isMade(key) { return key }
            return defineMaker("e\(node)", name: exportedName(of: node), match)
        }
    }

    /// The function of another file that an expression calls.
    private func importedMaker(_ call: NodeIndex) -> Symbol? {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), tree.kind(callee) == .identifier,
            let symbol = facts.modules.symbol(of: callee, in: facts.target), !facts.modules.isFromPackage(symbol)
        else { return nil }
        return symbol
    }

    /// The router that a function of another file may return, where a chain of calls begins: `createRouter().get(..)`.
    func keyOfResult(_ node: NodeIndex) -> String? {
        guard let symbol = importedMaker(node) else { return nil }
        let key = define("e\(node)", name: exportedName(of: node), symbol: symbol)
        routers[key]?.isResult = true
        return key
    }

    /// The name under which other files know what a chain of calls on a router is: `export default new App().get(..)`.
    private func exportedName(of maker: NodeIndex) -> String? {
        if tree.kind(maker) == .class { return tree.child(maker, .name).map { facts.text($0) } }
        var node = tree.parent(maker)
        while node >= 0, [.member, .call, .parenthesized, .await, .cast].contains(tree.kind(node)) {
            node = tree.parent(node)
        }
        guard node >= 0 else { return nil }
        switch tree.kind(node) {
        case .export: return "default"
        case .assignment:
            return tree.child(node, .target).map { facts.text($0) == "module.exports" ? "default" : facts.text($0) }
        case .declarator: return tree.child(node, .target).map { facts.text($0) }
        default: return nil
        }
    }

    private func define(_ key: String, name: String?, owner: String? = nil, symbol: Symbol? = nil) -> String {
        if routers[key] == nil {
            routers[key] = Router(
                key: key, name: name, prefix: "", isRoot: false, owner: owner, symbol: symbol, chain: [])
        }
        return key
    }

    private func defineMaker(_ key: String, name: String?, _ match: ModelMatch, owner: String? = nil) -> String {
        if routers[key] != nil { return key }
        made.insert(key)
        let maker = match.match.node
        routers[key] = Router(
            key: key, name: name, prefix: ownPrefix(of: match), isRoot: match.value("root")?.boolean ?? false,
            owner: owner ?? functionName(around: maker), symbol: nil,
            chain: facts.authentication.links(match.nodes("middleware", in: tree)) + classLinks(of: maker),
            position: match.match.range.start)
        routers[key]?.otherPrefixes = otherPrefixes(of: match)
        routers[key]?.versions = OptionReader(facts: facts).value("version", of: match).map {
            facts.versions($0, of: match)
        }
        routers[key]?.maker = importedMaker(maker)
        routers[key]?.isClass = tree.kind(maker) == .class
        return key
    }

    /// The prefix of a router, below that of the one in whose place it stands.
    private func ownPrefix(of match: ModelMatch) -> String {
        guard let parent = match.node("parent") else { return prefix(of: match) }
        let outer = key(of: parent).flatMap { routers[$0]?.prefix } ?? ""
        let name = match.node("instance").flatMap { facts.target.stringValue($0) } ?? []
        let instance = String(decoding: name, as: UTF8.self) + (match.value("instance-suffix")?.text ?? "")
        return RoutePath.join(RoutePath.join(outer, prefix(of: match)), "{" + instance + "}")
    }

    /// What the class of a router puts before all its routes, where it is the project's own.
    private func classLinks(of maker: NodeIndex) -> [MiddlewareLink] {
        guard !facts.matches.of(.dependencies).isEmpty || !facts.modules.modules.isEmpty,
            tree.kind(maker) == .call, let callee = tree.child(maker, .callee)
        else { return [] }
        return [facts.authentication.inherited(facts.symbol(of: callee))]
    }

    /// The function in which a router is made, or the property of a type that gives it out: `var endpoints: Routes { .. }`.
    private func functionName(around node: NodeIndex) -> String? {
        guard node >= 0 else { return nil }
        if let function = FunctionTable.enclosing(node, in: tree) { return facts.functions.name(of: function) }
        var current = tree.parent(node)
        while current >= 0, tree.kind(current) != .class,
            tree.kind(current) != .declarator || tree.child(current, .body) == nil
        {
            current = tree.parent(current)
        }
        return current >= 0 && tree.kind(current) == .declarator ? propertyName(current) : nil
    }

    /// The name of a computed property, with its type's.
    private func propertyName(_ declarator: NodeIndex) -> String? {
        guard let name = tree.child(declarator, .target), let owner = className(around: declarator) else { return nil }
        return owner + "." + facts.text(name)
    }

    private func defineGroup(_ key: String, name: String?, _ match: ModelMatch) -> String? {
        if routers[key] != nil { return key }
        // Without a parent, in a class that is a router, of that.
        let own = match.node("parent") == nil ? classKey(around: match.match.node) : nil
        guard let parent = own ?? match.node("parent").flatMap({ self.key(of: $0) }) else { return nil }
        made.insert(key)
        routers[key] = Router(key: key, name: name, prefix: "", isRoot: false, owner: nil, symbol: nil, chain: [])
        var split = arguments(of: match)
        var outer = ""
        if let helper = match.text("helper", in: tree) {
            split.links.append(memberLink(helper))
            outer = PathHole.helper(helper)
        }
        let mount = Mount(
            parent: parent, child: key, childSymbol: nil,
            prefix: RoutePath.join(outer, prefix(of: match) + split.prefix),
            chain: facts.authentication.links(match.nodes("middleware", in: tree)) + split.links,
            position: position(of: match))
        mounts.append(mount)
        mountsAdded.insert(mount)
        return key
    }

    /// Notes which functions return routers that they have not made themselves, so that others get them by a call.
    func noteReturned() {
        for node in facts.target.nodes(of: .declarator) + facts.target.nodes(of: .assignment) {
            guard FunctionTable.enclosing(node, in: tree) == nil, let target = tree.child(node, .target),
                tree.kind(target) == .identifier, let value = tree.child(node, .value)
            else { continue }
            if let key = keyOfPart(value) {
                routers[key]?.returnedBy.append(facts.text(target))
                continue
            }
            guard tree.kind(value) == .call, let callee = tree.child(value, .callee),
                let function = facts.localFunction(callee),
                let maker = facts.functions.name(of: function)
            else { continue }
            // `export const users = makeUsers()`.
            for (key, router) in routers where router.owner == maker && isMade(key) {
                routers[key]?.returnedBy.append(facts.text(target))
            }
        }
        for node in facts.target.nodes(of: .return) {
            guard let value = tree.child(node, .value), tree.kind(value) == .identifier, let key = key(of: value),
                isMade(key), routers[key]?.owner == nil,
                let function = FunctionTable.enclosing(node, in: tree).flatMap({ facts.functions.name(of: $0) })
            else { continue }
            routers[key]?.returnedBy.append(function)
        }
    }

    /// The router made here of which an expression is a part: `router.urls`.
    private func keyOfPart(_ node: NodeIndex) -> String? {
        guard tree.kind(node) == .member, let object = tree.child(node, .object), tree.kind(object) == .identifier
        else { return nil }
        let key = "v\(facts.target.semantics.variables[Int(object)])"
        return isMade(key) ? key : nil
    }

    /// Notes what is given where a router is mounted.
    func note(_ parameters: [PathParameter], _ constructorParameters: [PathParameter], of router: String) {
        routers[router]?.parameters = parameters
        routers[router]?.constructorParameters = constructorParameters
    }

    /// Notes the texts of the class that has a router.
    func note(_ texts: [String: String], of router: String) { routers[router]?.texts = texts }

    /// Notes what is mounted as a part of each element of a list.
    func noteListed(_ child: NodeIndex) { listed.insert(child) }

    /// Adds a mount of the router with this key.
    func add(_ mount: Mount, of child: String) {
        var mount = mount
        mount.child = child
        add(mount)
    }

    /// Adds a mount that a model saw.
    func add(_ mount: Mount) {
        // Two patterns may see one registration.
        if mountsAdded.insert(mount).inserted { mounts.append(mount) }
    }
}
