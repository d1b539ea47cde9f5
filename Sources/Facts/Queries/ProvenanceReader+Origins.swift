import Matching
import SQL
import SourceText
import Syntax

extension ProvenanceReader {
    /// Whether a name speaks of the program itself or its settings: `self.table`, `this.config.language`, `settings.SCHEMA`;
    /// but of nothing that a request brought.
    func isConfiguration(_ node: NodeIndex) -> Bool {
        var names: [String] = []
        var current = node
        while true {
            switch tree.kind(current) {
            case .member:
                guard let name = tree.child(current, .name), let object = tree.child(current, .object) else {
                    return false
                }
                names.append(facts.text(name))
                current = object
                continue
            case .call, .index:
                guard let inner = tree.child(current, .callee) ?? tree.child(current, .object) else { return false }
                current = inner
                continue
            case .postfix, .parenthesized:
                guard let inner = tree.child(current, .value) else { return false }
                current = inner
                continue
            case .identifier: names.append(facts.text(current))
            default: return false
            }
            break
        }
        guard let root = names.last, !names.contains(where: { facts.names.holds(.requestPart, $0) }) else {
            return false
        }
        if facts.names.holds(.selfReference, root) {
            // What a method of the object gives back may come from anywhere.
            return tree.kind(node) != .call || names.dropLast().contains { facts.names.holds(.configuration, $0) }
        }
        return names.contains { facts.names.holds(.configuration, $0) }
    }

    /// Whether a mapping is written out with constant keys.
    func hasConstantKeys(_ node: NodeIndex) -> Bool {
        var node = unwrapped(node)
        if tree.kind(node) == .identifier {
            guard let value = facts.onlyValue(of: node) else { return false }
            node = unwrapped(value)
        }
        guard tree.kind(node) == .object else { return false }
        return tree.children(node).allSatisfy { pair in
            tree.kind(pair) == .shorthand
                || tree.kind(pair) == .pair && tree.child(pair, .key).map(isConstantKey) == true
        }
    }

    private func isConstantKey(_ key: NodeIndex) -> Bool {
        facts.target.stringValue(key) != nil
            || tree.kind(key) == .identifier && facts.target.scoping.objectKeyIsName
    }

    // MARK: Fragments

    /// Whether a hole holds SQL that is made where this file does not show it: by its name, and by a place in which a value
    /// cannot stand.
    func isFragment(_ node: NodeIndex, as role: SQLHoleRole) -> Bool {
        // `ORDER BY ${query.sort}`: a part of what the function is given to ask by.
        let part = isChoice(node) ? tree.child(node, .left) ?? node : node
        if role != .quotedString, role != .likePattern, tree.kind(part) == .member,
            let object = tree.child(part, .object), tree.kind(object) == .identifier,
            RequestOrigin(facts: facts).isHandedQuery(object)
        {
            return true
        }
        guard role != .quotedString, role != .likePattern, role != .quotedIdentifier, let name = fragmentName(node)
        else { return false }
        let isNamedSQL = facts.names.holds(.sqlText, name)
        switch role {
        case .clause, .condition, .assignments, .statement, .unknown, .table, .operator, .identifier:
            guard isNamedSQL || facts.names.holds(.sqlPart, name) else { return false }
        default:
            guard isNamedSQL || isMadeOfConstants(node) && facts.names.holds(.sqlPart, name) else { return false }
        }
        return isMadeElsewhere(node, depth: 0)
    }

    /// Whether a call is given nothing but constants: `castQuery("visitors", "float")`.
    private func isMadeOfConstants(_ node: NodeIndex) -> Bool {
        let node = unwrapped(node)
        guard tree.kind(node) == .call, let list = tree.child(node, .arguments), tree.firstChild(list) != nil else {
            return false
        }
        return tree.children(list).allSatisfy { facts.target.constant($0) != nil }
    }

    /// `query.sort or "id"`: one value, or another in its place.
    private func isChoice(_ node: NodeIndex) -> Bool {
        tree.kind(node) == .binary && ["or", "||", "??"].contains(facts.mainText(node))
    }

    /// The name that says what an expression is: of the variable, the member or the function called.
    private func fragmentName(_ node: NodeIndex) -> String? {
        let node = unwrapped(node)
        switch tree.kind(node) {
        case .identifier:
            let name = facts.text(node)
            if facts.names.holds(.sqlText, name) || facts.names.holds(.sqlPart, name) { return name }
            // `const inTitle = matchExpression("title")`: what made it says what it is.
            guard let value = facts.onlyValue(of: node), value != node, tree.kind(unwrapped(value)) == .call else {
                return name
            }
            return fragmentName(unwrapped(value))
        case .member:
            let name = tree.child(node, .name).map { facts.text($0) }
            // `where.pattern`: the object says it where the member does not.
            if let name, facts.names.holds(.sqlText, name) || facts.names.holds(.sqlPart, name) { return name }
            return tree.child(node, .object).flatMap(fragmentName) ?? name
        case .call: return tree.child(node, .callee).flatMap(fragmentName)
        case .index: return tree.child(node, .object).flatMap(fragmentName)
        case .conditional: return tree.child(node, .body).flatMap(fragmentName)
        default: return nil
        }
    }

    /// Whether a value comes from a function, a parameter or an import, and not from what a request brought.
    private func isMadeElsewhere(_ node: NodeIndex, depth: Int) -> Bool {
        guard depth < 4 else { return false }
        let node = unwrapped(node)
        if isConstant(node) { return true }
        switch tree.kind(node) {
        case .member, .index:
            guard let object = tree.child(node, .object).map(unwrapped) else { return false }
            return tree.kind(object) == .identifier
                ? isVariableMadeElsewhere(object, depth: depth, isPart: true)
                : isMadeElsewhere(object, depth: depth + 1)
        case .call:
            guard let callee = tree.child(node, .callee) else { return false }
            if tree.kind(callee) == .member, let object = tree.child(callee, .object),
                let name = tree.child(callee, .name),
                facts.means(.passesText, name) || facts.means(.trimsText, name)
            {
                return isMadeElsewhere(object, depth: depth + 1)
            }
            return facts.localFunction(callee) == nil && !isAskedOfRequest(callee)
        case .conditional:
            return [tree.child(node, .body), tree.child(node, .alternate)].allSatisfy { branch in
                branch.map { isMadeElsewhere($0, depth: depth + 1) } ?? false
            }
        case .identifier: return isVariableMadeElsewhere(node, depth: depth)
        default: return false
        }
    }

    private func isConstant(_ node: NodeIndex) -> Bool {
        facts.target.stringValue(node) != nil || tree.kind(node) == .null
    }

    private func isVariableMadeElsewhere(_ node: NodeIndex, depth: Int, isPart: Bool = false) -> Bool {
        if facts.means(.requestObject, node), !RequestOrigin(facts: facts).isHandedQuery(node), !isGivenByCall(node) {
            return false
        }
        guard let first = facts.uses(ofVariableAt: node).first else { return true }
        var holder = tree.parent(first)
        var isPart = isPart
        while holder >= 0 {
            switch tree.kind(holder) {
            case .parameter: return true
            case .declarator, .assignment, .optionalBinding:
                guard let value = tree.child(holder, .value) else { return false }
                // `condition = None`: what it is given later says where it comes from.
                if isConstant(value), !isPart {
                    return laterValues(of: node).allSatisfy { isMadeElsewhere($0, depth: depth + 1) }
                }
                // One of several values that a function gives is not seen, wherever the function is.
                if isPart, let callee = tree.child(unwrapped(value), .callee) { return !isAskedOfRequest(callee) }
                return isMadeElsewhere(value, depth: depth + 1)
            case .import, .importItem: return true
            default:
                if tree.kind(holder).isStatement { return false }
                isPart = true
            }
            holder = tree.parent(holder)
        }
        return false
    }

    /// What a variable is given after its first value.
    private func laterValues(of node: NodeIndex) -> [NodeIndex] {
        facts.uses(ofVariableAt: node).dropFirst().compactMap { use in
            guard tree.role(use) == .target, tree.kind(tree.parent(use)) == .assignment else { return nil }
            return tree.child(tree.parent(use), .value)
        }
    }

    /// Whether a value is what a function that the file does not hold gives, alone or as one of several, and which is given
    /// nothing of a request: `order, start, end = bounds(direction)`.
    func isChosenElsewhere(_ node: NodeIndex) -> Bool {
        let node = unwrapped(node)
        if tree.kind(node) == .call { return isMadeElsewhere(node) }
        guard tree.kind(node) == .identifier, let first = facts.uses(ofVariableAt: node).first,
            facts.uses(ofVariableAt: node).allSatisfy({ $0 == first || tree.role($0) != .target })
        else { return false }
        var target = first
        while tree.parent(target) >= 0,
            [.object, .array, .tuple, .pair, .shorthand].contains(tree.kind(tree.parent(target)))
        {
            target = tree.parent(target)
        }
        let holder = tree.parent(target)
        guard holder >= 0, [.declarator, .assignment].contains(tree.kind(holder)), tree.role(target) == .target,
            let call = tree.child(holder, .value).map(unwrapped), tree.kind(call) == .call
        else { return false }
        return isMadeElsewhere(call)
    }

    /// Whether a call is of a function that the file does not hold, and which is given nothing of a request.
    private func isMadeElsewhere(_ call: NodeIndex) -> Bool {
        guard let callee = tree.child(call, .callee), facts.localFunction(callee) == nil else { return false }
        // A method of the program's own object is seen as little as a function that is imported.
        let isFunction =
            tree.kind(callee) == .identifier || facts.target.qualifiedName(callee)?.isEmpty == false
            || tree.child(callee, .object).map { facts.means(.selfReference, $0) } == true
        return isFunction && TextReader(facts: facts).text(of: call) == nil
            && !RequestOrigin(facts: facts).reaches(call)
            && !facts.names.holds(.passesText, facts.name(of: callee).lastDottedPart)
    }

    /// `const [query, values] = builder.build()`: a part of what a call gave that asks no request.
    private func isGivenByCall(_ node: NodeIndex) -> Bool {
        guard let first = facts.uses(ofVariableAt: node).first else { return false }
        var holder = tree.parent(first)
        while holder >= 0, !tree.kind(holder).isStatement, tree.kind(holder) != .parameter {
            if tree.kind(holder) == .declarator || tree.kind(holder) == .assignment {
                guard let target = tree.child(holder, .target), target != first,
                    let value = tree.child(holder, .value).map(unwrapped),
                    tree.kind(value) == .call, let callee = tree.child(value, .callee)
                else { return false }
                return !isAskedOfRequest(callee)
            }
            holder = tree.parent(holder)
        }
        return false
    }

    /// `request.args.get`: a method of the request, or of a part of it.
    private func isAskedOfRequest(_ callee: NodeIndex) -> Bool {
        var root = callee
        while let object = tree.child(root, .object) ?? tree.child(root, .callee) { root = unwrapped(object) }
        return root != callee && facts.means(.requestObject, root)
    }
}
