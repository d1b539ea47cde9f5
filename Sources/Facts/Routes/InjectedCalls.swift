import Matching
import Syntax

/// The methods of other files' classes that a handler calls on objects that it is given: `this.users.list()` where the class
/// says of which type `users` is, `users.list()` where the parameter does.
struct InjectedCalls {
    private unowned let facts: FileFacts
    /// By class: the types of its fields by their names.
    private let fields: [NodeIndex: [ArraySlice<UInt8>: NodeIndex]]
    private var tree: SyntaxTree { facts.tree }
    private static let mostSymbols = 32

    init(facts: FileFacts) {
        self.facts = facts
        let tree = facts.tree
        var fields: [NodeIndex: [ArraySlice<UInt8>: NodeIndex]] = [:]
        for owner in facts.target.nodes(of: .class) {
            guard let body = tree.child(owner, .body) else { continue }
            for member in tree.children(body) {
                // What a constructor takes is a field by the same name, as far as anybody calls it.
                let parts =
                    tree.kind(member) == .function
                    ? tree.child(member, .parameters).map { Array(tree.children($0)) } ?? [] : [member]
                guard tree.kind(member) == .field || Self.isConstructor(member, facts) else { continue }
                for part in parts {
                    guard let name = tree.child(part, .name), let type = Self.type(of: part, tree) else { continue }
                    fields[owner, default: [:]][tree.text(name)] = type
                }
            }
        }
        self.fields = fields
    }

    private static func isConstructor(_ member: NodeIndex, _ facts: FileFacts) -> Bool {
        guard facts.tree.kind(member) == .function, let name = facts.tree.child(member, .name) else { return false }
        return ["constructor", "__init__"].contains(facts.text(name))
    }

    /// The name of the type that is written, or of that of the object that is made: `users = new Users()`.
    private static func type(of node: NodeIndex, _ tree: SyntaxTree) -> NodeIndex? {
        if let type = tree.child(node, .type).flatMap({ tree.child($0, .value) }) {
            return tree.kind(type) == .genericType ? tree.child(type, .name) : type
        }
        guard let value = tree.child(node, .value), tree.kind(value) == .new else { return nil }
        return tree.child(value, .callee)
    }

    /// In the order of the text.
    func symbols(in function: NodeIndex) -> [Symbol] {
        var symbols: [Symbol] = []
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .call {
            guard symbols.count < Self.mostSymbols, let callee = tree.child(node, .callee),
                tree.kind(callee) == .member,
                let object = tree.child(callee, .object), let method = tree.child(callee, .name),
                let type = type(of: object), let symbol = facts.modules.symbol(of: type, in: facts.target)
            else { continue }
            let called = Symbol(
                module: symbol.module,
                name: symbol.name.isEmpty ? facts.text(method) : symbol.name + "." + facts.text(method))
            if !symbols.contains(called) { symbols.append(called) }
        }
        return symbols
    }

    private func type(of object: NodeIndex) -> NodeIndex? {
        if tree.kind(object) == .member {
            guard let holder = tree.child(object, .object), facts.means(.selfReference, holder),
                let name = tree.child(object, .name), let owner = FunctionTable.enclosingClass(object, in: tree)
            else { return nil }
            return fields[owner]?[tree.text(name)]
        }
        guard tree.kind(object) == .identifier, let first = facts.uses(ofVariableAt: object).first else { return nil }
        let holder = tree.parent(first)
        guard holder >= 0, tree.kind(holder) == .parameter || tree.kind(holder) == .declarator else { return nil }
        return Self.type(of: holder, tree)
    }
}
