import Matching
import Syntax

extension FileFacts {
    /// The variable that an identifier denotes, where this file declares it.
    func variable(of identifier: NodeIndex) -> Int32? {
        let variable = target.semantics.variables[Int(identifier)]
        return variable >= 0 ? variable : nil
    }

    /// The value of the only definition of the variable that an identifier denotes.
    func onlyValue(of identifier: NodeIndex) -> NodeIndex? {
        variable(of: identifier).flatMap { (variable: Int32) in onlyValue(ofVariable: variable) }
    }

    /// The value of the only definition of a variable.
    func onlyValue(ofVariable variable: Int32) -> NodeIndex? {
        let value = target.semantics.variableValues[Int(variable)]
        return value >= 0 ? value : nil
    }

    /// The parameter that a variable is, or is a part of.
    func parameter(declaring variable: Int32) -> NodeIndex? {
        guard var current = uses(of: variable).first else { return nil }
        while current >= 0, !tree.kind(current).isStatement {
            if tree.kind(current) == .parameter { return current }
            current = tree.parent(current)
        }
        return nil
    }

    /// The parameters by which callers give values, the receiver left out.
    func parameters(of function: NodeIndex) -> [NodeIndex] {
        guard let list = tree.child(function, .parameters) else { return [] }
        var parameters = tree.children(list).filter { tree.kind($0) == .parameter && tree.child($0, .name) != nil }
        if let first = parameters.first, let name = tree.child(first, .name), isReceiver(name) {
            parameters.removeFirst()
        }
        return parameters
    }

    /// How calls of the function around it give a parameter its value; nil of a function without a name.
    func place(ofParameter parameter: NodeIndex) -> ParameterPlace? {
        guard let function = FunctionTable.enclosing(parameter, in: tree), let name = functions.name(of: function),
            let position = parameters(of: function).firstIndex(of: parameter)
        else { return nil }
        let label = tree.child(parameter, .label) ?? tree.child(parameter, .name)
        return ParameterPlace(
            function: name, position: position, label: label.map { text($0) }, hasHarmlessDefault: false)
    }

    /// The names of the fields that a class itself declares with their types.
    func fields(ofClass owner: NodeIndex) -> [String] {
        guard let body = tree.child(owner, .body) else { return [] }
        return tree.children(body).flatMap { statement -> [String] in
            let isHolder = tree.kind(statement) == .variableDeclaration
            let value = tree.kind(statement) == .expressionStatement ? tree.child(statement, .value) : nil
            let parts = isHolder ? Array(tree.children(statement)) : [value ?? statement]
            return parts.compactMap { part in
                guard tree.kind(part) != .function, tree.child(part, .type) != nil else { return nil }
                return (tree.child(part, .target) ?? tree.child(part, .name)).map { text($0) }
            }
        }
    }

    /// Whether an expression is the object that a method is called on, or its class: `self`, `this`.
    func isReceiver(_ node: NodeIndex) -> Bool { tree.kind(node) == .identifier && means(.selfReference, node) }

    /// Whether a function makes an object of its class.
    func isConstructor(_ function: NodeIndex) -> Bool {
        tree.child(function, .name).map { means(.constructor, $0) } == true
    }

    /// Whether a node holds a name of the meaning.
    func hasName(_ meaning: NameVocabulary.Meaning, in node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { tree.kind($0) == .identifier && means(meaning, $0) }
    }

    /// Whether a variable is used in a node.
    func mentions(variable: Int32, in node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains {
            tree.kind($0) == .identifier && target.semantics.variables[Int($0)] == variable
        }
    }

    /// Whether a name in a node has the meaning, or a short text in it.
    func mentions(_ meaning: NameVocabulary.Meaning, in node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            switch tree.kind(part) {
            case .identifier: means(meaning, part)
            case .string: tree.range(part).count <= 64 && names.holds(meaning, bareText(part))
            default: false
            }
        }
    }

    /// Whether a variable is a parameter, or part of one.
    func isParameter(_ variable: Int32) -> Bool {
        guard let first = uses(of: variable).first else { return false }
        var node = tree.parent(first)
        while node >= 0 {
            switch tree.kind(node) {
            case .parameter: return true
            case .object, .array, .pair, .shorthand, .tuple, .spread: node = tree.parent(node)
            default: return false
            }
        }
        return false
    }

    /// The class or struct of this file that a name denotes.
    func declaredType(_ name: NodeIndex) -> NodeIndex? {
        let variable = target.semantics.variables[Int(name)]
        guard variable >= 0 else { return nil }
        let declaration = target.semantics.variableDeclarations[Int(variable)]
        return declaration >= 0 && tree.kind(declaration) == .class ? declaration : nil
    }

    /// The class or struct of this file that a name denotes, be it one that another holds: `ErrorBody.Inner`.
    func typeDeclared(as name: NodeIndex) -> NodeIndex? {
        switch tree.kind(name) {
        case .identifier: return declaredType(name)
        case .member:
            guard let outer = tree.child(name, .object).flatMap(typeDeclared(as:)),
                let body = tree.child(outer, .body), let inner = tree.child(name, .name)
            else { return nil }
            return tree.children(body).first { member in
                tree.kind(member) == .class
                    && tree.child(member, .name).map { tree.text($0).elementsEqual(tree.text(inner)) } == true
            }
        default: return nil
        }
    }

    /// The text of a node's main token.
    func mainText(_ node: NodeIndex) -> String { String(decoding: tree.mainText(node), as: UTF8.self) }

    /// Whether an expression asks whether two values are equal.
    func isEquality(_ node: NodeIndex) -> Bool {
        tree.kind(node) == .binary && ["==", "==="].contains(mainText(node))
    }

    /// The innermost block around a node; a statement that stands in the place of one (`if (x) return y`) counts as such.
    func enclosingBlock(_ node: NodeIndex) -> NodeIndex? {
        var current = node
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            if [.body, .alternate].contains(tree.role(current)),
                [.if, .while, .for, .forEach, .doWhile].contains(tree.kind(parent)),
                current != node, !tree.kind(current).holdsStatements
            {
                return current
            }
            if tree.kind(parent).holdsStatements { return parent }
            current = parent
        }
        return nil
    }

    /// Whether control leaves the function with a node: what stands behind it comes too late.
    func isReturned(_ node: NodeIndex) -> Bool {
        var node = node
        while node >= 0, !tree.kind(node).holdsStatements {
            if tree.kind(node) == .return || tree.kind(node) == .throw { return true }
            node = tree.parent(node)
        }
        return false
    }

    /// Whether control leaves a block at its end rather than going on behind it.
    func endsInJump(_ block: NodeIndex) -> Bool {
        var last: NodeIndex? = tree.kind(block).holdsStatements ? nil : block
        if last == nil {
            for child in tree.children(block) { last = child }
        }
        guard var last else { return false }
        if tree.kind(last) == .expressionStatement, let value = tree.child(last, .value) { last = value }
        switch tree.kind(last) {
        case .return, .throw, .break, .continue: return true
        default: return false
        }
    }
}
