import Matching
import Syntax

/// Expressions in a loop over a list that the file spells out, by what they mean for each element: `route.path` in
/// `routes.forEach(route => app.use(route.path, route.router))`.
struct ListedElements {
    let facts: FileFacts
    /// Whether what the calls of the file give a parameter counts as such a list, too, one element for each call.
    var followsCalls = false

    private var tree: SyntaxTree { facts.tree }

    /// What the expression means for each element, in order; nil where it is nothing of a loop over such a list. An element
    /// that lacks it is nil.
    func values(of node: NodeIndex) -> [NodeIndex?]? {
        switch tree.kind(node) {
        case .identifier: return values(ofName: node)
        case .member:
            guard let object = tree.child(node, .object), tree.kind(object) == .identifier,
                let name = tree.child(node, .name), let elements = values(ofName: object)
            else { return nil }
            let options = OptionReader(facts: facts)
            return elements.map { element in element.flatMap { options.value(named: facts.text(name), in: $0) } }
        // `route.method.toLowerCase()`
        case .call:
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let list = tree.child(node, .arguments), tree.firstChild(list) == nil,
                let object = tree.child(callee, .object)
            else { return nil }
            return values(of: object)
        default: return nil
        }
    }

    /// For how many elements an expression means something, be it made of a part of them: `f"{url}/<int:id>"`.
    func count(of node: NodeIndex) -> Int? { parts(of: node)?.count }

    /// What decides for one of the elements what an expression means.
    func part(of node: NodeIndex, at element: Int) -> NodeIndex? {
        parts(of: node).flatMap { $0.indices.contains(element) ? $0[element] : nil }
    }

    private func parts(of node: NodeIndex) -> [NodeIndex?]? {
        guard [.interpolatedString, .binary].contains(tree.kind(node)) else { return values(of: node) }
        return (node..<tree.subtreeEnd(node)).lazy.filter { [.identifier, .member].contains(self.tree.kind($0)) }
            .compactMap { self.values(of: $0) }.first
    }

    /// What the expression means for one of the elements.
    func value(of node: NodeIndex, at element: Int) -> NodeIndex? {
        values(of: node).flatMap { $0.indices.contains(element) ? $0[element] : nil }
    }

    /// The elements of which an expression names a member, and the name of that: `module.router` in
    /// `for module in (users, teams): app.include_router(module.router)`.
    func members(of node: NodeIndex) -> (elements: [NodeIndex], name: NodeIndex)? {
        guard tree.kind(node) == .member, let object = tree.child(node, .object), tree.kind(object) == .identifier,
            let name = tree.child(node, .name), let elements = values(ofName: object)
        else { return nil }
        return (elements.compactMap { $0 }, name)
    }

    /// The part of each element that an expression means in a loop over a list that stands elsewhere: `route.router`,
    /// `route.getRouter()`, or a name that the loop gives it.
    func listedMember(_ node: NodeIndex) -> ListedMember? {
        switch tree.kind(node) {
        case .member:
            guard let object = tree.child(node, .object), tree.kind(object) == .identifier,
                let name = tree.child(node, .name), var member = listedMember(object), member.name.isEmpty
            else { return nil }
            member.name = facts.text(name)
            return member
        case .call:
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let list = tree.child(node, .arguments), tree.firstChild(list) == nil
            else { return nil }
            return listedMember(callee)
        case .identifier:
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0, let binding = binding(of: variable, for: node),
                let list = iterable(around: binding), var member = member(ofEach: list)
            else { return nil }
            switch tree.kind(tree.parent(binding)) {
            case .array, .tuple: return nil
            case .shorthand: member.name = facts.text(binding)
            case .pair: member.name = tree.child(tree.parent(binding), .key).map { facts.text($0) } ?? ""
            default: break
            }
            return member
        default: return nil
        }
    }

    /// The elements of a list that is imported, given to the function around or held by its class.
    private func member(ofEach list: NodeIndex) -> ListedMember? {
        if let symbol = facts.modules.symbol(of: list, in: facts.target) { return ListedMember(name: "", list: symbol) }
        var object = list
        while tree.kind(object) == .member, let inner = tree.child(object, .object) { object = inner }
        guard tree.kind(object) == .identifier else { return nil }
        let name = facts.name(of: list).lastDottedPart
        if facts.isReceiver(object), let owner = FunctionTable.enclosingClass(object, in: tree) {
            return tree.child(owner, .name).map { ListedMember(name: "", taker: facts.text($0), parameter: name) }
        }
        let variable = facts.target.semantics.variables[Int(object)]
        guard variable >= 0, let parameter = facts.parameter(declaring: variable),
            let function = FunctionTable.enclosing(parameter, in: tree), let taker = facts.functions.name(of: function)
        else { return nil }
        var member = ListedMember(name: "", taker: taker, parameter: name)
        // A method may be given what the object was made with.
        if FunctionTable.enclosingClass(function, in: tree) == nil || facts.isConstructor(function) {
            member.position = facts.parameters(of: function).firstIndex(of: parameter)
        }
        return member
    }

    /// What the loop gives a variable of its own, or calls a parameter.
    private func values(ofName name: NodeIndex) -> [NodeIndex?]? {
        let variable = facts.target.semantics.variables[Int(name)]
        guard variable >= 0, let binding = binding(of: variable, for: name) else { return nil }
        guard let list = list(around: binding) else { return followsCalls ? given(binding) : nil }
        let elements = Array(tree.children(list)).filter { tree.kind($0) != .spread }
        let holder = tree.parent(binding)
        switch tree.kind(holder) {
        case .array, .tuple:
            guard let position = Array(tree.children(holder)).firstIndex(of: binding) else { return nil }
            return elements.map { element -> NodeIndex? in
                switch tree.kind(element) {
                case .array, .tuple: Array(tree.children(element)).dropFirst(position).first
                case .pair: tree.child(element, position == 0 ? .key : .value)
                case .shorthand: tree.child(element, .name)
                default: nil
                }
            }
        case .shorthand, .pair:
            let key = tree.kind(holder) == .pair ? tree.child(holder, .key) ?? binding : binding
            let options = OptionReader(facts: facts)
            return elements.map { options.value(named: facts.text(key), in: $0) }
        default:
            return elements.map { element -> NodeIndex? in
                switch tree.kind(element) {
                case .pair: tree.child(element, .value)
                case .shorthand: tree.child(element, .name)
                default: element
                }
            }
        }
    }

    /// What each call of the function gives a parameter of it, or the parameter has where it gives nothing.
    private func given(_ name: NodeIndex) -> [NodeIndex?]? {
        let parameter = tree.parent(name)
        guard tree.kind(parameter) == .parameter, tree.role(name) == .name,
            let function = FunctionTable.enclosing(parameter, in: tree), tree.kind(function) == .function,
            let index = facts.parameters(of: function).firstIndex(of: parameter),
            let called = facts.functions.name(of: function)
        else { return nil }
        let label = facts.text(tree.child(parameter, .label) ?? name)
        let calls = facts.calls(of: called.lastDottedPart).filter { call in
            tree.child(call, .callee).flatMap(facts.localFunction) == function
        }
        guard !calls.isEmpty else { return nil }
        return calls.map { call in
            let given = tree.child(call, .arguments).flatMap { list in
                tree.argument(at: ArgumentPlace(label: label, position: index), in: list)
            }
            return given ?? tree.child(parameter, .value)
        }
    }

    /// Where a variable is bound that a name stands for: several loops may take the same one in turn.
    private func binding(of variable: Int32, for name: NodeIndex) -> NodeIndex? {
        let uses = facts.uses(of: variable)
        return uses.last { $0 < name && isTarget($0) } ?? uses.first
    }

    /// Whether a name stands where a loop gives it the next element, alone or as a part.
    private func isTarget(_ name: NodeIndex) -> Bool {
        var node = name
        while tree.role(node) != .target, [.array, .tuple, .object].contains(tree.kind(tree.parent(node))) {
            node = tree.parent(node)
        }
        return tree.role(node) == .target && tree.kind(tree.parent(node)) == .forEach
    }

    /// The list that the loop around a binding runs over, where the file spells it out.
    private func list(around binding: NodeIndex) -> NodeIndex? { iterable(around: binding).flatMap(literal) }

    /// What the loop around a binding runs over.
    private func iterable(around binding: NodeIndex) -> NodeIndex? {
        var node = tree.parent(binding)
        for _ in 0..<8 where node >= 0 {
            switch tree.kind(node) {
            case .forEach: return tree.child(node, .iterable)
            case .lambda:
                let arguments = tree.parent(node)
                guard arguments >= 0, tree.kind(arguments) == .argumentList else { return nil }
                let call = tree.parent(arguments)
                guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
                    let method = tree.child(callee, .name), facts.means(.iteratingCall, method),
                    let object = tree.child(callee, .object)
                else { return nil }
                return object
            case .block, .function: return nil
            default: node = tree.parent(node)
            }
        }
        return nil
    }

    /// The list that an expression is, or that its variable holds; an object where what it holds is gone through with its keys,
    /// `routers.items()`, `Object.entries(routers)`.
    private func literal(_ node: NodeIndex) -> NodeIndex? {
        var node = node
        for _ in 0..<4 {
            switch tree.kind(node) {
            case .array, .tuple: return node
            case .call:
                guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                    let method = tree.child(callee, .name), facts.means(.goesThroughObject, method),
                    let list = tree.child(node, .arguments), let object = tree.child(callee, .object)
                else { return nil }
                return table(tree.firstChild(list) ?? object)
            case .cast, .parenthesized:
                guard let value = tree.child(node, .value) else { return nil }
                node = value
            case .identifier:
                guard let value = facts.onlyValue(of: node) else { return nil }
                node = value
            default: return nil
            }
        }
        return nil
    }

    /// The object that an expression is, or that its variable holds.
    private func table(_ node: NodeIndex) -> NodeIndex? {
        let value = tree.kind(node) == .identifier ? facts.onlyValue(of: node) : node
        return value.flatMap { tree.kind($0) == .object ? $0 : nil }
    }
}
