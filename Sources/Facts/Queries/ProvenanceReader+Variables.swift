import Matching
import SourceText
import Syntax

extension ProvenanceReader {
    /// Where the value of a variable comes from: every value that it is given, its type, what it iterates over.
    func variable(_ node: NodeIndex, depth: Int) -> HoleProvenance {
        let semantics = facts.target.semantics
        let variable = semantics.variables[Int(node)]
        guard variable >= 0 else { return isConstantName(facts.text(node)) ? .constant : .unknown }
        let type = semantics.variableTypes[Int(variable)]
        if type >= 0, isNumeric(type: type) || isLiteralChoice(type) || isEnumeration(named: facts.text(type)) {
            return isTextOfPath(variable) ? .unknown : .number
        }
        if let qualified = facts.target.qualifiedName(node), !qualified.isEmpty {
            return isConstantName(facts.text(node)) ? .constant : .unknown
        }
        if isNumberProperty(variable) || isNumberOfPath(variable) { return .number }
        // A list is also what is added to it.
        if let value = facts.onlyValue(ofVariable: variable), tree.kind(value) != .array {
            return value == node ? .unknown : provenance(of: value, depth: depth + 1)
        }
        if let known = facts.variableProvenances[variable] { return known }
        // What a variable is made of itself adds nothing to what its other values say.
        facts.variableProvenances[variable] = .constant
        let found = definitions(of: variable, depth: depth)
        // Not known may mean no more than that the limit of the depth was met.
        if case .unknown = found {
            facts.variableProvenances[variable] = nil
        } else {
            facts.variableProvenances[variable] = found
        }
        return found
    }

    /// Whether a variable is taken out of an object by the name of a field that is a number: `({ limit }: Page) =>`,
    /// `({ limit = 10 }) =>`.
    private func isNumberProperty(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first, tree.parent(first) >= 0,
            tree.kind(tree.parent(first)) == .shorthand
        else { return false }
        let part = tree.parent(first)
        guard tree.child(part, .value).map(isNumber) == true || facts.numberProperties.contains(facts.text(first))
        else { return false }
        var holder = tree.parent(part)
        while holder >= 0, [.object, .shorthand, .pair, .typeOther].contains(tree.kind(holder)) {
            holder = tree.parent(holder)
        }
        guard holder >= 0 else { return false }
        if tree.kind(holder) == .parameter { return !isHandler(FunctionTable.enclosing(holder, in: tree)) }
        return tree.kind(holder) == .declarator
            && tree.child(holder, .value).map { !RequestOrigin(facts: facts).reaches($0) } == true
    }

    /// Whether a variable is a part of a route's path that is written `<name>`, without a type: it is text then, whatever
    /// type the handler's parameter is said to have.
    private func isTextOfPath(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first, tree.kind(tree.parent(first)) == .parameter else {
            return false
        }
        let function = FunctionTable.enclosing(first, in: tree)
        let part = "<\(facts.text(first))>"
        return facts.routing.routes.contains { $0.handler == function && $0.path?.contains(part) == true }
    }

    /// Whether a variable is a part of a route's path that only numbers and their like fit: `<int:id>`, `<uuid:id>`.
    private func isNumberOfPath(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first, tree.kind(tree.parent(first)) == .parameter else {
            return false
        }
        let function = FunctionTable.enclosing(first, in: tree)
        let end = ":\(facts.text(first))>"
        return facts.routing.routes.contains { route in
            route.handler == function
                && route.path?.split(separator: "/").contains { part in
                    part.hasPrefix("<") && part.hasSuffix(end)
                        && facts.names.holds(.numberType, String(part.dropFirst().prefix { $0 != ":" }))
                } == true
        }
    }

    /// The weakest of all that a variable is given.
    private func definitions(of variable: Int32, depth: Int) -> HoleProvenance {
        var result: HoleProvenance?
        for use in facts.uses(of: variable) {
            let parent = tree.parent(use)
            guard parent >= 0 else { continue }
            var given: HoleProvenance?
            switch tree.kind(parent) {
            case .declarator, .assignment, .augmentedAssignment:
                guard tree.role(use) == .target else { continue }
                if let value = tree.child(parent, .value) {
                    given = provenance(of: value, depth: depth + 1)
                } else if isLoopVariable(parent) {
                    given = iterated(use, depth: depth)
                }
            case .forEach, .comprehensionClause, .tuple, .array:
                guard tree.role(use) != .iterable else { continue }
                given = iterated(use, depth: depth) ?? destructured(use, depth: depth)
            case .parameter where tree.role(use) == .name:
                given = parameter(parent, depth: depth)
            case .call where tree.role(use) != .callee: continue
            case .member where tree.role(use) == .object: given = growth(parent, depth: depth)
            default: continue
            }
            guard let given else { continue }
            if case .unknown = given { return .unknown }
            result = weaker(result, given)
        }
        return result ?? .unknown
    }

    private func weaker(_ left: HoleProvenance?, _ right: HoleProvenance) -> HoleProvenance {
        guard let left else { return right }
        if case .programName = left { return left }
        if case .constant = left { return right }
        return left
    }

    /// `list.append(x)`, `list.push(x)`: what is added counts as given.
    private func growth(_ member: NodeIndex, depth: Int) -> HoleProvenance? {
        guard let name = tree.child(member, .name), tree.role(member) == .callee,
            facts.means(.growsList, name),
            let list = tree.child(tree.parent(member), .arguments)
        else { return nil }
        for argument in tree.children(list) {
            guard let text = TextReader(facts: facts).text(of: argument) else {
                if !isSafe(argument, depth: depth + 1) { return .unknown }
                continue
            }
            if !text.holes.allSatisfy({ isSafe($0.node, depth: depth + 1) }) { return .unknown }
        }
        return .constant
    }

    private func isLoopVariable(_ declarator: NodeIndex) -> Bool {
        let declaration = tree.parent(declarator)
        return declaration >= 0 && tree.parent(declaration) >= 0 && tree.kind(tree.parent(declaration)) == .forEach
    }

    /// The elements of what a loop goes over.
    private func iterated(_ use: NodeIndex, depth: Int) -> HoleProvenance? {
        var loop = tree.parent(use)
        while loop >= 0, tree.kind(loop) != .forEach, tree.kind(loop) != .comprehensionClause {
            guard !tree.kind(loop).isStatement || tree.kind(loop) == .variableDeclaration else { return nil }
            loop = tree.parent(loop)
        }
        guard loop >= 0, let iterable = tree.child(loop, .iterable),
            !(iterable..<tree.subtreeEnd(iterable)).contains(use)
        else { return nil }
        if tree.kind(iterable) == .binary { return .number }
        if tree.kind(iterable) == .call, let callee = tree.child(iterable, .callee), facts.text(callee) == "range" {
            return .number
        }
        if tree.kind(iterable) == .object {
            return tree.children(iterable).allSatisfy {
                tree.child($0, .key).map { isSafe($0, depth: depth + 1) } ?? false
            }
                ? .constant : .unknown
        }
        return provenance(of: iterable, depth: depth + 1)
    }

    /// A parameter: a callback's index is a number, its element comes from what the method is called on; any other is not known.
    private func parameter(_ parameter: NodeIndex, depth: Int) -> HoleProvenance {
        // Whose default is a number is given numbers, but by what reads a request.
        if let value = tree.child(parameter, .value), isNumber(value) || tree.kind(value) == .boolean,
            !isHandler(FunctionTable.enclosing(parameter, in: tree))
        {
            return .number
        }
        let list = tree.parent(parameter)
        guard list >= 0, tree.parent(list) >= 0 else { return .unknown }
        let lambda = tree.parent(list)
        guard tree.kind(lambda) == .lambda, tree.parent(lambda) >= 0, tree.kind(tree.parent(lambda)) == .argumentList
        else { return argument(for: parameter, of: lambda, depth: depth) }
        guard let callee = tree.child(tree.parent(tree.parent(lambda)), .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), let object = tree.child(callee, .object),
            facts.means(.iteratingCall, name)
        else { return .unknown }
        let index = Array(tree.children(list)).firstIndex(of: parameter) ?? 0
        return index == 1 ? .number : provenance(of: object, depth: depth + 1)
    }

    /// What the calls of a function that no other file can call give one of its parameters.
    private func argument(for parameter: NodeIndex, of function: NodeIndex, depth: Int) -> HoleProvenance {
        guard let name = ownName(of: function),
            let position = Array(tree.children(tree.parent(parameter)))
                .firstIndex(of: parameter)
        else { return .unknown }
        var result: HoleProvenance?
        for use in facts.uses(ofVariableAt: name) where use != name {
            let call = tree.parent(use)
            guard tree.role(use) == .callee, tree.kind(call) == .call,
                let arguments = tree.child(call, .arguments).map({ Array(tree.children($0)) }),
                arguments.indices.contains(position), tree.kind(arguments[position]) != .keywordArgument
            else { return .unknown }
            let given = provenance(of: arguments[position], depth: depth + 1)
            if case .unknown = given { return .unknown }
            result = weaker(result, given)
        }
        return result ?? .unknown
    }

    /// The name of a function that its file keeps to itself: one in another function, or one of a module that exports by
    /// saying so.
    private func ownName(of function: NodeIndex) -> NodeIndex? {
        var name = tree.child(function, .name)
        var declaration = function
        if tree.kind(function) == .lambda {
            let holder = tree.parent(function)
            guard holder >= 0, tree.kind(holder) == .declarator, let target = tree.child(holder, .target) else {
                return nil
            }
            name = target
            declaration = tree.parent(holder)
        }
        guard let name, tree.kind(name) == .identifier, tree.parent(declaration) >= 0,
            tree.kind(tree.parent(declaration)) != .export
        else { return nil }
        let isInner = FunctionTable.enclosing(tree.parent(declaration), in: tree) != nil
        return isInner || !facts.target.nodes(of: .export).isEmpty ? name : nil
    }

    private func isHandler(_ function: NodeIndex?) -> Bool {
        facts.routing.routes.contains { $0.handler == function }
    }

    /// Whether a check before the use admits only members of a list: `if (!ALLOWED.includes(x)) throw`, `if x not in ALLOWED`.
    func isCheckedAgainstList(_ node: NodeIndex) -> Bool {
        let kind = tree.kind(node)
        guard kind == .identifier || kind == .member || kind == .index else { return false }
        guard let function = FunctionTable.enclosing(node, in: tree),
            let check = facts.membershipChecks.first(for: tree.text(node), in: function..<node)
        else { return false }
        return isCondition(check, of: node)
    }

    /// Whether an expression is a part of what decides a branch; one that chooses between two values only decides those.
    private func isCondition(_ check: NodeIndex, of node: NodeIndex) -> Bool {
        var current = check
        while current >= 0 {
            if tree.role(current) == .condition {
                let choice = tree.parent(current)
                return tree.kind(choice) != .conditional || (choice..<tree.subtreeEnd(choice)).contains(node)
            }
            if tree.kind(current).isStatement { return false }
            current = tree.parent(current)
        }
        return false
    }

    /// A type that lists its values: `'asc' | 'desc'`, `Literal["asc", "desc"]`.
    func isLiteralChoice(_ type: NodeIndex) -> Bool {
        let text = tree.text(type)
        if text.starts(with: "Literal[".utf8) { return true }
        var strings = 0
        for node in type..<tree.subtreeEnd(type) {
            switch tree.kind(node) {
            case .string: strings += 1
            case .identifier, .member, .genericType: return false
            default: continue
            }
        }
        return strings > 0
    }
}
