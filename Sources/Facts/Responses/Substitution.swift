import Syntax

/// What the parameters of helpers stand for at one call, by variable.
struct Substitution: Hashable, Sendable {
    private(set) var arguments: [Int32: NodeIndex] = [:]

    /// The expression that a variable stands for; nil where it is no parameter of the helper called.
    subscript(variable: Int32) -> NodeIndex? { arguments[variable] }

    var count: Int { arguments.count }

    /// Parameters get what the arguments of a call give them: by position, by name, or their defaults.
    mutating func bind(parametersOf function: NodeIndex, to call: NodeIndex, in facts: FileFacts) {
        let tree = facts.tree
        guard let list = tree.child(function, .parameters) else { return }
        var parameters = tree.children(list).filter { tree.kind($0) == .parameter && tree.child($0, .name) != nil }
        if let callee = tree.child(call, .callee), tree.kind(callee) == .member, let first = parameters.first,
            let name = tree.child(first, .name), facts.isReceiver(name)
        {
            parameters.removeFirst()
        }
        let arguments = tree.child(call, .arguments).map { Array(tree.children($0)) } ?? []
        var position = 0
        for parameter in parameters {
            guard let name = tree.child(parameter, .name) else { continue }
            let label = facts.text(tree.child(parameter, .label) ?? name)
            var value = arguments.first { argument in
                tree.kind(argument) == .keywordArgument && tree.child(argument, .label).map { facts.text($0) } == label
            }.flatMap { tree.child($0, .value) }
            if value == nil, position < arguments.count, tree.kind(arguments[position]) != .keywordArgument {
                if tree.kind(arguments[position]) == .spread { return }
                value = arguments[position]
                position += 1
            } else if value != nil, position < arguments.count, tree.kind(arguments[position]) == .keywordArgument {
                position += 1
            }
            if let value = value ?? tree.child(parameter, .value) { bind(name, to: value, in: facts) }
        }
    }

    private mutating func bind(_ target: NodeIndex, to value: NodeIndex, in facts: FileFacts) {
        let tree = facts.tree
        if tree.kind(target) == .identifier {
            let variable = facts.target.semantics.variables[Int(target)]
            if variable >= 0 { arguments[variable] = value }
        } else if tree.kind(target) == .object, tree.kind(value) == .object {
            // `({ status, message })` called with an object.
            for item in tree.children(target) where tree.kind(item) == .shorthand {
                guard let name = tree.child(item, .name) else { continue }
                let text = facts.text(name)
                for pair in tree.children(value) {
                    guard let key = tree.child(pair, .key) ?? tree.child(pair, .name), facts.text(key) == text else {
                        continue
                    }
                    bind(name, to: tree.child(pair, .value) ?? key, in: facts)
                }
            }
        }
    }
}
