import Matching
import Syntax

/// What names and calls in the file mean.
extension FileFacts {
    /// The dotted name of what an expression names or calls.
    func name(of node: NodeIndex) -> String {
        switch tree.kind(node) {
        case .call, .new: return tree.child(node, .callee).map(name) ?? ""
        case .decorator, .await, .parenthesized, .spread, .unary: return tree.child(node, .value).map(name) ?? ""
        case .member:
            guard let part = tree.child(node, .name) else { return "" }
            let object = tree.child(node, .object).map(name) ?? ""
            return object.isEmpty ? bareName(part) : object + "." + bareName(part)
        case .identifier: return bareName(node)
        case .type: return text(node)
        case .postfix, .tryExpression: return tree.child(node, .value).map(name) ?? ""
        case .index, .genericType: return tree.firstChild(node).map(name) ?? ""
        default: return ""
        }
    }

    /// Whether the last part of what an expression names or calls has a meaning.
    func isNamed(_ meaning: NameVocabulary.Meaning, _ node: NodeIndex) -> Bool {
        lastPart(of: node).map { means(meaning, $0) } ?? names.holds(meaning, name(of: node).lastDottedPart)
    }

    /// The identifier that `name(of:)` ends with.
    private func lastPart(of node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .identifier: return node
        case .member: return tree.child(node, .name).flatMap { tree.kind($0) == .identifier ? $0 : nil }
        case .call, .new: return tree.child(node, .callee).flatMap(lastPart)
        case .decorator, .await, .parenthesized, .spread, .unary, .postfix, .tryExpression:
            return tree.child(node, .value).flatMap(lastPart)
        case .index, .genericType: return tree.firstChild(node).flatMap(lastPart)
        default: return nil
        }
    }

    /// Whether a callee is a method of the class around a function, called on the object itself: `self.update(..)`.
    func isOwnMethod(_ callee: NodeIndex, _ function: NodeIndex) -> Bool {
        guard let object = tree.child(callee, .object), means(.selfReference, object) else { return false }
        return FunctionTable.enclosingClass(callee, in: tree) == FunctionTable.enclosingClass(function, in: tree)
    }

    /// What an expression is without what only passes it on: parentheses, `await`, a label.
    func unwrapped(_ node: NodeIndex) -> NodeIndex {
        var node = node
        while true {
            switch tree.kind(node) {
            case .decorator, .parenthesized, .await, .spread, .keywordArgument, .tryExpression, .cast:
                guard let value = tree.child(node, .value) else { return node }
                node = value
            default: return node
            }
        }
    }

    /// The function in this file that a name means: a declaration, a variable that holds one, a method of the own class.
    func localFunction(_ node: NodeIndex) -> NodeIndex? {
        var followed = Set<Int32>()
        return localFunction(node, &followed)
    }

    /// `followed` are the variables on the way: one that is made of itself (`const save = wrap(save)`) names no function.
    private func localFunction(_ node: NodeIndex, _ followed: inout Set<Int32>) -> NodeIndex? {
        let node = unwrapped(node)
        switch tree.kind(node) {
        case .lambda, .function: return node
        case .identifier:
            if let variable = variable(of: node) {
                let value = onlyValue(ofVariable: variable)
                if let value, tree.kind(value) == .lambda || tree.kind(value) == .function { return value }
                let declaration = target.semantics.variableDeclarations[Int(variable)]
                if declaration >= 0, tree.kind(declaration) == .function, tree.child(declaration, .body) != nil {
                    return declaration
                }
                // What a caller hands in may be any function, be there another of the name.
                if isParameter(variable) { return nil }
                if let value, tree.kind(value) == .call, followed.insert(variable).inserted,
                    let inner = functionArgument(of: value, &followed)
                {
                    return inner
                }
            }
            guard functions.mayHave(lastPartOf: tree.mainText(node)) else { return nil }
            let owner = FunctionTable.enclosingClass(node, in: tree).flatMap { tree.child($0, .name) }
            return functions.function(named: bareName(node))
                ?? owner.flatMap { functions.function(named: text($0) + "." + bareName(node)) }
        case .member:
            guard let name = tree.child(node, .name), functions.mayHave(lastPartOf: tree.mainText(name)) else {
                return nil
            }
            let object = tree.child(node, .object).map { text($0) } ?? "self"
            if object == "self" || object == "this" || object == "Self",
                let owner = FunctionTable.enclosingClass(node, in: tree),
                let ownerName = tree.child(owner, .name)
            {
                return functions.function(named: text(ownerName) + "." + bareName(name))
            }
            return functions.function(named: object + "." + bareName(name)) ?? method(name, ofObjectIn: node)
        case .call:
            // A wrapper around a handler: `asyncHandler(fn)`, `use(fn)`, `this.create.bind(this)`.
            return functionArgument(of: node, &followed)
        default: return nil
        }
    }

    /// The method of a class of this file of which the object of a member is one: `users.list` of `users = new Users()`.
    private func method(_ name: NodeIndex, ofObjectIn member: NodeIndex) -> NodeIndex? {
        guard let object = tree.child(member, .object), let type = injectedCalls.type(of: object) else { return nil }
        return functions.function(named: text(type) + "." + bareName(name))
    }

    /// The first argument of a call that names a function of this file.
    private func functionArgument(of call: NodeIndex, _ followed: inout Set<Int32>) -> NodeIndex? {
        if let object = receiverOfBind(call) { return localFunction(object, &followed) }
        guard let list = tree.child(call, .arguments) else { return nil }
        for argument in tree.children(list) {
            switch tree.kind(argument) {
            case .lambda, .identifier, .member, .call:
                if let function = localFunction(argument, &followed) { return function }
            default: continue
            }
        }
        return nil
    }

    /// The call that a variable holds the result of: `let guardian = Guardian(role: .admin)`.
    func heldCall(_ node: NodeIndex) -> NodeIndex? {
        guard tree.kind(node) == .identifier, let value = onlyValue(of: node),
            tree.kind(value) == .call || tree.kind(value) == .new,
            !tree.range(value).contains(tree.range(node))
        else { return nil }
        return value
    }

    /// `this.create` of `this.create.bind(this)`.
    func receiverOfBind(_ node: NodeIndex) -> NodeIndex? {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), text(name) == "bind"
        else { return nil }
        return tree.child(callee, .object)
    }

    /// What a name is, without the labels that tell a function of Swift from others of that name: `list` of `self.list(req:)`.
    func bareName(_ node: NodeIndex) -> String {
        tree.kind(node) == .identifier ? mainText(node) : text(node)
    }

    /// What a string holds, or the text of another node.
    func bareText(_ node: NodeIndex) -> String {
        if let value = target.stringValue(node), tree.kind(node) == .string {
            return String(decoding: value, as: UTF8.self)
        }
        return text(node)
    }
}
