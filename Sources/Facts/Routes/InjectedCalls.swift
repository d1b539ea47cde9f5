import Algorithms
import Matching
import Syntax

/// The methods of classes that a function calls on objects that it is given or has made: `this.users.list()` where the class
/// says of which type `users` is, `users.list()` where the parameter does, `users = Users()` where a variable is given one.
struct InjectedCalls {
    private unowned let facts: FileFacts
    /// By class: the types of its fields by their names.
    private let fields: [NodeIndex: [ArraySlice<UInt8>: NodeIndex]]
    /// The names of the classes of the file.
    private let classes: Set<ArraySlice<UInt8>>
    private var tree: SyntaxTree { facts.tree }
    private static let mostSymbols = 32

    init(facts: FileFacts) {
        self.facts = facts
        let tree = facts.tree
        var fields: [NodeIndex: [ArraySlice<UInt8>: NodeIndex]] = [:]
        var classes = Set<ArraySlice<UInt8>>()
        for owner in facts.target.nodes(of: .class) {
            if let name = tree.child(owner, .name) { classes.insert(tree.text(name)) }
            guard let body = tree.child(owner, .body) else { continue }
            var own: [ArraySlice<UInt8>: NodeIndex] = [:]
            for member in tree.children(body) { Self.addFields(of: member, to: &own, facts) }
            fields[owner] = own
        }
        self.fields = fields
        self.classes = classes
    }

    /// What a member of a class says of the types of fields. What a constructor takes is a field by the same name, as far as
    /// anybody calls it.
    private static func addFields(
        of member: NodeIndex, to fields: inout [ArraySlice<UInt8>: NodeIndex], _ facts: FileFacts
    ) {
        let tree = facts.tree
        var parts: [NodeIndex] = []
        switch tree.kind(member) {
        case .field: parts = [member]
        case .variableDeclaration: parts = tree.children(member).filter { tree.kind($0) == .declarator }
        case .function where facts.isConstructor(member):
            parts = tree.child(member, .parameters).map { Array(tree.children($0)) } ?? []
            for statement in tree.child(member, .body).map({ Array(tree.children($0)) }) ?? [] {
                guard let assignment = tree.child(statement, .value), tree.kind(assignment) == .assignment else {
                    continue
                }
                for (target, value) in assigned(by: assignment, tree) {
                    guard tree.kind(target) == .member, let name = tree.child(target, .name),
                        tree.child(target, .object).map({ facts.means(.selfReference, $0) }) == true,
                        let type = type(of: assignment, given: value, parts, facts)
                    else { continue }
                    fields[tree.text(name)] = type
                }
            }
        default: break
        }
        for part in parts {
            guard let name = tree.child(part, .name) ?? tree.child(part, .target), let type = type(of: part, facts)
            else { continue }
            fields[tree.text(name)] = type
        }
    }

    /// What an assignment gives, each by itself: `self._users, self._mail = users, mail`.
    private static func assigned(
        by assignment: NodeIndex, _ tree: SyntaxTree
    ) -> [(target: NodeIndex, value: NodeIndex)] {
        guard let target = tree.child(assignment, .target), let value = tree.child(assignment, .value) else {
            return []
        }
        guard tree.kind(target) == .tuple, tree.kind(value) == .tuple else { return [(target, value)] }
        return zip(tree.children(target), tree.children(value)).map { ($0, $1) }
    }

    /// The type of a field that a constructor gives an object, `self.users = Users(session)`, or one of its parameters, under
    /// whatever name: `self._users = users`.
    private static func type(
        of assignment: NodeIndex, given value: NodeIndex, _ parameters: [NodeIndex], _ facts: FileFacts
    ) -> NodeIndex? {
        if let type = type(of: assignment, facts) ?? made(by: value, facts) { return type }
        guard facts.tree.kind(value) == .identifier else { return nil }
        let parameter = parameters.first { parameter in
            facts.tree.child(parameter, .name).map { facts.tree.text($0) == facts.tree.text(value) } == true
        }
        return parameter.flatMap { type(of: $0, facts) }
    }

    /// The name of the type that is written, or of that of the object that is made: `users = new Users()`.
    static func type(of node: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        let tree = facts.tree
        if let type = tree.child(node, .type).flatMap({ tree.child($0, .value) }) { return plain(type, facts) }
        return tree.child(node, .value).flatMap { made(by: $0, facts) }
    }

    /// The name of a written type without what stands beside it: `Users` of `Users<Row>`, `any Users` and
    /// `Annotated[Users, Depends()]`.
    private static func plain(_ type: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        let tree = facts.tree
        switch tree.kind(type) {
        case .genericType: return tree.child(type, .name)
        case .index: return annotated(type, facts) ?? type
        // `Users | None`
        case .binary:
            let sides = [tree.child(type, .left), tree.child(type, .right)].compactMap { $0 }
            let named = sides.filter { tree.kind($0) != .null }
            return named.count == 1 && sides.count == 2 ? plain(named[0], facts) : type
        case .typeOther:
            guard let only = tree.onlyChild(type), tree.kind(only) == .type, let inner = tree.child(only, .value)
            else { return type }
            return plain(inner, facts)
        default: return type
        }
    }

    /// The type that another only says more of: `Users` of `Annotated[Users, Depends(get_users)]`.
    private static func annotated(_ type: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        let tree = facts.tree
        guard tree.kind(type) == .index, let object = tree.child(type, .object), facts.means(.annotatesType, object),
            let index = tree.child(type, .index)
        else { return nil }
        return tree.kind(index) == .tuple ? tree.firstChild(index) : index
    }

    /// The name of the class of which an expression makes an object.
    private static func made(by value: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        let value = facts.unwrapped(value)
        // What is made where nobody gives one: `users or Users()`.
        if facts.tree.kind(value) == .binary, ["or", "||", "??"].contains(facts.mainText(value)) {
            return facts.tree.child(value, .right).flatMap { made(by: $0, facts) }
        }
        guard let callee = facts.tree.child(value, .callee) else { return nil }
        switch facts.tree.kind(value) {
        case .new: return callee
        case .call:
            if let asked = asked(by: value, facts) { return asked }
            let name = facts.tree.kind(callee) == .member ? facts.tree.child(callee, .name) ?? callee : callee
            let constructs = facts.target.scoping.callConstructs
            return constructs && facts.tree.text(name).startsWithCapital ? callee : nil
        default: return nil
        }
    }

    /// The name of the class of which a container is asked for an object: `container.resolve(Users)`,
    /// `container.get<Users>(TYPES.users)`.
    private static func asked(by call: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        let tree = facts.tree
        let written = tree.children(call).first { tree.kind($0) == .typeArguments }
        guard let first = (written ?? tree.child(call, .arguments)).flatMap(tree.firstChild) else { return nil }
        let type = tree.kind(first) == .type ? tree.child(first, .value) ?? first : first
        guard tree.kind(type) == .identifier, tree.text(type).startsWithCapital,
            let callee = tree.child(call, .callee), facts.names.holds(.givesInstance, facts.text(callee))
        else { return nil }
        return type
    }

    /// What a function calls, with the calls, in the order of the text.
    func calls(in function: NodeIndex) -> ArraySlice<(call: NodeIndex, symbol: Symbol)> {
        let all = facts.allInjectedCalls
        let end = tree.subtreeEnd(function)
        return all[all.partitioningIndex { $0.call > function }...].prefix { $0.call < end }.prefix(Self.mostSymbols)
    }

    /// What the whole file calls, as `calls(in:)` gives it of a function.
    func all() -> [(call: NodeIndex, symbol: Symbol)] {
        facts.target.nodes(of: .call).compactMap { node in
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let object = tree.child(callee, .object), let method = tree.child(callee, .name),
                let type = type(of: object), let symbol = symbol(of: type)
            else { return nil }
            let name = facts.text(method)
            return (node, Symbol(module: symbol.module, name: symbol.name.isEmpty ? name : symbol.name + "." + name))
        }
    }

    func symbols(in function: NodeIndex) -> [Symbol] {
        var symbols: [Symbol] = []
        for call in calls(in: function) where !symbols.contains(call.symbol) { symbols.append(call.symbol) }
        return symbols
    }

    /// A class of another file by its import; one of the same file, or in languages whose files share their names one of any,
    /// by its name alone.
    private func symbol(of type: NodeIndex) -> Symbol? {
        if let imported = facts.modules.symbol(of: type, in: facts.target) { return imported }
        if let held = facts.onlyValue(of: type), let inner = Self.annotated(held, facts) { return symbol(of: inner) }
        guard tree.kind(type) == .identifier, tree.text(type).startsWithCapital,
            classes.contains(tree.text(type)) || facts.target.scoping.filesShareNames
        else { return nil }
        return Symbol(module: "", name: facts.text(type))
    }

    /// The class of an object, as far as the file says it.
    func symbol(ofObject object: NodeIndex) -> Symbol? { type(of: object).flatMap { symbol(of: $0) } }

    /// The name of the class of an object, as far as the file says it.
    func type(of object: NodeIndex) -> NodeIndex? { type(of: object, depth: 0) }

    private func type(of object: NodeIndex, depth: Int) -> NodeIndex? {
        guard depth < Self.mostParts else { return nil }
        switch tree.kind(object) {
        case .member:
            guard let holder = tree.child(object, .object), let name = tree.child(object, .name) else { return nil }
            if facts.means(.selfReference, holder) { return field(name) }
            // `services.users` where `services` has a type of the file.
            return type(of: holder, depth: depth + 1).flatMap { part(tree.text(name), of: $0) }
        case .call, .new: return Self.made(by: object, facts) ?? returned(by: object)
        case .identifier:
            guard let first = facts.uses(ofVariableAt: object).first else { return field(object) }
            let holder = tree.parent(first)
            guard holder >= 0 else { return nil }
            switch tree.kind(holder) {
            case .parameter, .declarator, .assignment, .field: return Self.type(of: holder, facts)
            case .shorthand, .pair: return type(takenOut: first, as: holder)
            default: return nil
            }
        default: return nil
        }
    }

    private static let mostParts = 4

    /// The class of what a function of the file gives, where it says so: `users(request)` of `def users(request) -> Users`.
    private func returned(by call: NodeIndex) -> NodeIndex? {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .identifier,
            let function = facts.localFunction(callee)
        else { return nil }
        return tree.child(function, .returnType).flatMap { tree.child($0, .value) }.flatMap { Self.plain($0, facts) }
    }

    /// The class of what a parameter takes out of the object that it is given: `{ users }: Services`.
    private func type(takenOut name: NodeIndex, as part: NodeIndex) -> NodeIndex? {
        let pattern = tree.parent(part)
        guard pattern >= 0, tree.kind(pattern) == .object, tree.parent(pattern) >= 0,
            tree.kind(tree.parent(pattern)) == .parameter,
            let type = tree.child(tree.parent(pattern), .type).flatMap({ tree.child($0, .value) })
        else { return nil }
        let key = tree.kind(part) == .pair ? tree.child(part, .key) ?? name : name
        return self.part(tree.text(key), of: type)
    }

    /// What a type of the file, or one that is written out, says of the type of a part.
    private func part(_ name: ArraySlice<UInt8>, of type: NodeIndex) -> NodeIndex? {
        switch tree.kind(type) {
        case .identifier:
            let declared = facts.target.nodes(of: .class) + facts.target.nodes(of: .typeAlias)
            let owner = declared.first { owner in
                tree.child(owner, .name).map { tree.text($0).elementsEqual(tree.text(type)) } ?? false
            }
            guard let owner else { return nil }
            if let own = fields[owner] { return own[name] }
            return tree.child(owner, .value).flatMap { tree.child($0, .value) ?? $0 }.flatMap { written in
                tree.kind(written) == .typeOther ? part(name, of: written) : nil
            }
        case .typeOther:
            let field = tree.children(type).first { field in
                tree.kind(field) == .field
                    && tree.child(field, .name).map { tree.text($0).elementsEqual(name) } ?? false
            }
            return field.flatMap { Self.type(of: $0, facts) }
        default: return nil
        }
    }

    /// The classes of the objects that names at the top of the file hold or stand for, for the files that import those:
    /// `export const users = new Users()`, `CurrentUsers = Annotated[Users, Depends(get_users)]`.
    func instances() -> [String: Symbol] {
        var instances: [String: Symbol] = [:]
        for kind in [NodeKind.declarator, .assignment, .export] {
            for node in facts.target.nodes(of: kind) {
                guard let value = tree.child(node, .value),
                    let type = Self.made(by: value, facts) ?? Self.annotated(value, facts),
                    FunctionTable.enclosing(node, in: tree) == nil,
                    FunctionTable.enclosingClass(node, in: tree) == nil, let symbol = symbol(of: type)
                else { continue }
                let name = tree.child(node, .target).map { facts.text($0) } ?? "default"
                instances[name == "module.exports" ? "default" : name] = symbol
            }
        }
        return instances
    }

    private func field(_ name: NodeIndex) -> NodeIndex? {
        FunctionTable.enclosingClass(name, in: tree).flatMap { fields[$0]?[tree.text(name)] }
    }
}

extension FileFacts {
    /// `users.create` where `users` is made of a class, or the class around it says of which one it is: `this.users.create`.
    func instanceMember(_ node: NodeIndex) -> Symbol? {
        guard tree.kind(node) == .member, let object = tree.child(node, .object), let name = tree.child(node, .name),
            let type = classOfInstance(object)
        else { return nil }
        let member = text(name)
        guard var symbol = modules.symbol(of: type, in: target) else {
            return Symbol(name: self.name(of: type) + "." + member)
        }
        let isPath = symbol.module.utf8.contains(UInt8(ascii: "/"))
        symbol.name = symbol.name.isEmpty ? (isPath ? "default." : "") + member : symbol.name + "." + member
        return symbol
    }

    /// The class whose instance an expression is, as far as this file makes or declares it.
    private func classOfInstance(_ object: NodeIndex) -> NodeIndex? {
        // Where nothing is said of making an instance, only the capital does.
        if let value = tree.kind(object) == .identifier ? onlyValue(of: object) : object, tree.kind(value) == .call,
            let callee = tree.child(value, .callee), self.name(of: callee).lastDottedPart.utf8.startsWithCapital
        {
            return callee
        }
        return injectedCalls.type(of: object)
    }

    /// The method that is called, where the type of its object is known.
    func injectedSymbol(_ call: NodeIndex) -> Symbol? {
        let index = allInjectedCalls.partitioningIndex { $0.call >= call }
        return index < allInjectedCalls.count && allInjectedCalls[index].call == call
            ? allInjectedCalls[index].symbol : nil
    }
}
