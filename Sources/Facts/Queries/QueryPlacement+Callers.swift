import Syntax

extension QueryPlacement {
    /// The loop that calls the function around a query for each element, where the query asks for what the function is given.
    func callingLoop(around query: Query) -> NodeIndex? {
        guard let (function, name, asked) = askingFunction(around: query) else { return nil }
        return facts.calls(of: name.lastDottedPart).lazy.compactMap { call in
            self.isCall(call, of: function) ? self.loop(over: asked, in: call, of: query) : nil
        }.first
    }

    /// The parameters of the function around a query, which other files may call for each element, that the query asks for.
    func askedParameters(of query: Query) -> [ParameterPlace] {
        guard mayRepeat(query), let (function, name, asked) = askingFunction(around: query), !facts.isHandler(function),
            !isPage(query, in: function),
            let parameters = facts.tree.child(function, .parameters)
        else { return [] }
        let all = Array(facts.tree.children(parameters)).filter { parameter in
            facts.tree.child(parameter, .name).map { !facts.means(.selfReference, $0) } ?? true
        }
        let nodes = Array(facts.tree.children(parameters))
        return asked.compactMap { index in
            guard let position = all.firstIndex(of: nodes[index]) else { return nil }
            let label = facts.tree.child(nodes[index], .label) ?? facts.tree.child(nodes[index], .name)
            return ParameterPlace(
                function: name, position: position, label: label.map { facts.text($0) }, hasHarmlessDefault: false)
        }
    }

    /// Whether a loop of the function goes on asking for more: it reads much in pages, and nobody would read more at once.
    private func isPage(_ query: Query, in function: NodeIndex) -> Bool {
        var current = facts.tree.parent(query.node)
        while current > function {
            if [.while, .for, .forEach].contains(facts.tree.kind(current)) { return true }
            current = facts.tree.parent(current)
        }
        return false
    }

    /// The named function around a query, with the positions of the parameters that the query asks for.
    private func askingFunction(around query: Query) -> (NodeIndex, name: String, asked: [Int])? {
        let tree = facts.tree
        guard let function = FunctionTable.enclosing(query.node, in: tree),
            let name = facts.functions.name(of: function),
            let parameters = tree.child(function, .parameters)
        else { return nil }
        let asked = Array(tree.children(parameters)).indices.filter { asks(query, for: $0, of: parameters) }
        guard !asked.isEmpty, !keepsAnswers(function, before: query), !dependsOnKind(query, in: function),
            !isDefault(query, in: function)
        else { return nil }
        return (function, name, asked)
    }

    /// Whether the query depends on a parameter, other than by the connection that it is run on: in the call that runs it, or
    /// in the conditions of a statement that a variable holds.
    private func asks(_ query: Query, for position: Int, of parameters: NodeIndex) -> Bool {
        let tree = facts.tree
        let parameter = Array(tree.children(parameters))[position]
        guard tree.kind(parameter) == .parameter, let name = tree.child(parameter, .name),
            tree.kind(name) == .identifier,
            !facts.means(.plainConnection, name), !facts.means(.transaction, name), !facts.means(.requestObject, name),
            !facts.means(.selfReference, name)
        else { return false }
        let parts = [query.node] + query.predicates
        return facts.uses(ofVariableAt: name).contains { use in
            parts.contains { ($0..<tree.subtreeEnd($0)).contains(use) }
        }
    }

    /// Whether what is asked, or which table, may be another for each element: in a branch for its kind, or of a table that a
    /// variable of the function names.
    private func dependsOnKind(_ query: Query, in function: NodeIndex) -> Bool {
        let tree = facts.tree
        if let table = query.table, tree.kind(table) == .identifier,
            let first = facts.uses(ofVariableAt: table).first, (function..<tree.subtreeEnd(function)).contains(first)
        {
            return true
        }
        var current = query.node
        while current > function {
            if tree.kind(current) == .case { return true }
            current = tree.parent(current)
        }
        return false
    }

    /// Whether the query is only asked where the caller does not give what it would answer, in a parameter with a default:
    /// `if known is not None: .. else: ..`.
    private func isDefault(_ query: Query, in function: NodeIndex) -> Bool {
        let tree = facts.tree
        let defaulted = tree.child(function, .parameters).map { parameters in
            tree.children(parameters).filter { tree.kind($0) == .parameter && tree.child($0, .value) != nil }
                .compactMap { tree.child($0, .name) }
        }
        guard let defaulted, !defaulted.isEmpty else { return false }
        var child = query.node
        while child > function {
            let parent = tree.parent(child)
            if tree.kind(parent) == .if || tree.kind(parent) == .conditional, tree.role(child) != .condition,
                let condition = tree.child(parent, .condition),
                defaulted.contains(where: { tree.names($0, within: condition) })
            {
                return true
            }
            child = parent
        }
        return false
    }

    /// Whether the function first looks whether it has been asked the same before: `if key in cache: return cache[key]`.
    private func keepsAnswers(_ function: NodeIndex, before query: Query) -> Bool {
        let tree = facts.tree
        return (function..<query.node).contains { node in
            guard tree.kind(node) == .if, tree.subtreeEnd(node) <= query.node,
                (node..<tree.subtreeEnd(node)).contains(where: { tree.kind($0) == .return })
            else { return false }
            return facts.hasName(.keepsAnswers, in: node)
        }
    }

    /// Whether a call is one of the function: by its name, or of the object that it is a method of.
    private func isCall(_ call: NodeIndex, of function: NodeIndex) -> Bool {
        let tree = facts.tree
        guard let callee = tree.child(call, .callee) else { return false }
        if tree.kind(callee) == .identifier {
            return facts.localFunction(callee) == function
                || FunctionTable.enclosingClass(function, in: tree).map {
                    // A method that is called without naming its object.
                    FunctionTable.enclosingClass(call, in: tree) == $0 && facts.localFunction(callee) == nil
                } ?? false
        }
        return facts.isOwnMethod(callee, function)
    }

    /// The loop whose element a call is given for one of the parameters.
    private func loop(over positions: [Int], in call: NodeIndex, of query: Query) -> NodeIndex? {
        let tree = facts.tree
        guard let arguments = tree.child(call, .arguments).map({ Array(tree.children($0)) }) else { return nil }
        let isMethod = facts.tree.child(call, .callee).map { tree.kind($0) == .member } ?? false
        return positions.lazy.flatMap { isMethod ? [$0, $0 - 1] : [$0] }.filter(arguments.indices.contains).compactMap {
            self.loop(around: arguments[$0], of: query)
        }.first
    }
}
