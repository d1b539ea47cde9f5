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
        if type >= 0, isRestricted(type: type) {
            return isTextOfPath(variable) ? .unknown : .number
        }
        if let qualified = facts.target.qualifiedName(node), !qualified.isEmpty {
            if isConstantName(facts.text(node)) { return .constant }
            // A module is run once, whatever is asked for later; but some hold what belongs to the request at hand.
            let holdsRequest = facts.means(.heldByRequest, node) || RequestOrigin(facts: facts).reaches(node)
            return holdsRequest ? .unknown : .programName
        }
        if isRestrictedProperty(variable) || isNumberOfPath(variable) { return .number }
        // A list is also what is added to it.
        if let value = facts.onlyValue(ofVariable: variable), tree.kind(value) != .array, !isEmptyCollection(value) {
            return value == node ? .unknown : provenance(of: value, depth: depth + 1)
        }
        if let known = assumed?.provenances[variable] ?? facts.variableProvenances[variable] { return known }
        // What a variable is made of itself adds nothing to what its other values say.
        remember(.constant, of: variable)
        let found = definitions(of: variable, depth: depth)
        // Not known may mean no more than that the limit of the depth was met.
        if case .unknown = found { remember(nil, of: variable) } else { remember(found, of: variable) }
        return found
    }

    /// `set()`
    private func isEmptyCollection(_ value: NodeIndex) -> Bool {
        guard tree.kind(value) == .call, let callee = tree.child(value, .callee), tree.kind(callee) == .identifier,
            let list = tree.child(value, .arguments)
        else { return false }
        return tree.firstChild(list) == nil && facts.means(.passesText, callee)
    }

    /// What is taken for granted of parameters holds for this reader alone.
    private func remember(_ provenance: HoleProvenance?, of variable: Int32) {
        if let assumed {
            assumed.provenances[variable] = provenance
        } else {
            facts.variableProvenances[variable] = provenance
        }
    }

    /// Whether a variable is taken out of an object by the name of a field that is a number or a choice among constants:
    /// `({ limit }: Page) =>`, `({ limit = 10 }) =>`, `const { sort } = schema.parse(query)`.
    private func isRestrictedProperty(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first, tree.parent(first) >= 0,
            tree.kind(tree.parent(first)) == .shorthand
        else { return false }
        let part = tree.parent(first)
        guard
            tree.child(part, .value).map(isNumber) == true
                || facts.declaredProperties.restricted.contains(facts.text(first))
        else { return false }
        var holder = tree.parent(part)
        while holder >= 0, [.object, .shorthand, .pair, .typeOther].contains(tree.kind(holder)) {
            holder = tree.parent(holder)
        }
        guard holder >= 0 else { return false }
        if tree.kind(holder) == .parameter { return !facts.isHandler(FunctionTable.enclosing(holder, in: tree)) }
        return tree.kind(holder) == .declarator && tree.child(holder, .value).map { isRestricted($0) } == true
    }

    /// Whether the fields of an object are what their types say: it is nothing of a request, or a schema has checked it.
    func isRestricted(_ object: NodeIndex) -> Bool {
        isChecked(object, depth: 0) || !RequestOrigin(facts: facts).reaches(object)
    }

    /// `schema.parse(query)`, `parsed.data` of `parsed = schema.safeParse(query)`.
    func isChecked(_ object: NodeIndex, depth: Int) -> Bool {
        let node = unwrapped(object)
        guard depth < 4 else { return false }
        switch tree.kind(node) {
        case .call:
            guard let callee = tree.child(node, .callee) else { return false }
            return facts.names.holds(.checksSchema, facts.name(of: callee))
        case .member: return tree.child(node, .object).map { isChecked($0, depth: depth + 1) } ?? false
        case .identifier:
            guard let value = facts.onlyValue(of: node), value != node else { return false }
            return isChecked(value, depth: depth + 1)
        default: return false
        }
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
            case .shorthand, .pair: given = destructuredField(use, depth: depth)
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
        var result = HoleProvenance.constant
        for argument in tree.children(list) {
            let values = TextReader(facts: facts).text(of: argument)?.holes.map(\.node) ?? [argument]
            for value in values {
                switch provenance(of: value, depth: depth + 1) {
                case .unknown: return .unknown
                case .programName: result = .programName
                default: continue
                }
            }
        }
        return result
    }

    /// A parameter: a callback's index is a number, its element comes from what the method is called on; any other is not known.
    private func parameter(_ parameter: NodeIndex, depth: Int) -> HoleProvenance {
        // Whose default is a number is given numbers, but by what reads a request.
        if let value = tree.child(parameter, .value), isNumber(value) || tree.kind(value) == .boolean,
            !facts.isHandler(FunctionTable.enclosing(parameter, in: tree))
        {
            return .number
        }
        if let value = tree.child(parameter, .value), isLimitedByPattern(value) { return .constant }
        let list = tree.parent(parameter)
        guard list >= 0, tree.parent(list) >= 0 else { return .unknown }
        let lambda = tree.parent(list)
        guard tree.kind(lambda) == .lambda, tree.parent(lambda) >= 0, tree.kind(tree.parent(lambda)) == .argumentList
        else { return argument(for: parameter, of: lambda, depth: depth) }
        // `map(lambda name: .., names)`
        let call = tree.parent(tree.parent(lambda))
        if let callee = tree.child(call, .callee), tree.kind(callee) == .identifier,
            facts.isNamed(.mapsElements, callee)
        {
            let given = Array(tree.children(tree.parent(lambda)))
            return given.count == 2 ? provenance(of: given[1], depth: depth + 1) : .unknown
        }
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), let object = tree.child(callee, .object),
            facts.means(.iteratingCall, name)
        else { return .unknown }
        var index = Array(tree.children(list)).firstIndex(of: parameter) ?? 0
        if facts.means(.foldCall, name) {
            // What a fold begins with comes before the elements.
            if index == 0 { return folded(by: lambda, depth: depth) }
            index -= 1
        }
        return index == 1 ? .number : provenance(of: object, depth: depth + 1)
    }

    /// `order: str = Query("asc", pattern="^(asc|desc)$")`: a default that says which texts a framework lets through, none of
    /// which can end a name or a value.
    private func isLimitedByPattern(_ value: NodeIndex) -> Bool {
        guard tree.kind(value) == .call, let list = tree.child(value, .arguments) else { return false }
        return tree.children(list).contains { argument in
            guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label),
                facts.means(.textPattern, label),
                let pattern = tree.child(argument, .value).flatMap({ facts.target.stringValue($0) })
            else { return false }
            return pattern.first == UInt8(ascii: "^") && pattern.last == UInt8(ascii: "$")
                && pattern.allSatisfy { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || "_^$|()[]+*?-".utf8.contains($0) }
                && !pattern.dropFirst().contains(UInt8(ascii: "^"))
        }
    }

    /// Whether a value is a field that is taken out of what a function was given, of a type that is not seen here, or a
    /// choice that such a field may be: what the type admits, nothing here tells.
    func isOfUnseenType(_ node: NodeIndex) -> Bool {
        let node = unwrapped(node)
        switch tree.kind(node) {
        case .conditional:
            return [tree.child(node, .body), tree.child(node, .alternate)].allSatisfy { branch in
                branch.map { isSafe($0, depth: 0) || isOfUnseenType($0) } == true
            }
        case .identifier:
            guard let first = facts.uses(ofVariableAt: node).first, tree.parent(first) >= 0,
                tree.kind(tree.parent(first)) == .shorthand,
                facts.uses(ofVariableAt: node).allSatisfy({ $0 == first || tree.role($0) != .target })
            else { return false }
            var holder = tree.parent(first)
            while holder >= 0, [.object, .shorthand].contains(tree.kind(holder)) { holder = tree.parent(holder) }
            guard holder >= 0, !facts.declaredProperties.all.contains(facts.text(first)) else { return false }
            if tree.kind(holder) == .parameter { return isOfUnseenType(parameter: holder) }
            return tree.kind(holder) == .declarator
                && tree.child(holder, .value).flatMap(parameter(holding:)).map { isOfUnseenType(parameter: $0) } == true
        case .member:
            guard let name = tree.child(node, .name), let object = tree.child(node, .object),
                !facts.declaredProperties.all.contains(facts.text(name))
            else { return false }
            return parameter(holding: object).map { isOfUnseenType(parameter: $0) } == true
        default: return false
        }
    }

    /// The parameter that an identifier denotes.
    private func parameter(holding node: NodeIndex) -> NodeIndex? {
        let node = unwrapped(node)
        guard tree.kind(node) == .identifier, let first = facts.uses(ofVariableAt: node).first,
            tree.parent(first) >= 0, tree.kind(tree.parent(first)) == .parameter
        else { return nil }
        return tree.parent(first)
    }

    /// Whether a parameter, of no handler, is said to be of a type of the project's own.
    private func isOfUnseenType(parameter: NodeIndex) -> Bool {
        guard let type = tree.child(parameter, .type), !facts.isHandler(FunctionTable.enclosing(parameter, in: tree))
        else {
            return false
        }
        let name = typeName(type)
        return !name.hasPrefix("{") && name.utf8.contains(where: \.isCapital)
            && !facts.names.holds(.plainTextType, name) && !facts.names.holds(.requestObject, name)
            && !facts.names.holds(.sentType, name)
    }

    /// What a fold begins with; what is added to it is seen at the parameter that holds it.
    private func folded(by lambda: NodeIndex, depth: Int) -> HoleProvenance {
        let others = tree.children(tree.parent(lambda)).filter { $0 != lambda }
        return others.first.map { provenance(of: $0, depth: depth + 1) } ?? .unknown
    }

    /// What the calls of a function give one of its parameters, as far as no other file can call it.
    private func argument(for parameter: NodeIndex, of function: NodeIndex, depth: Int) -> HoleProvenance {
        let parameters = Array(tree.children(tree.parent(parameter)))
        guard let index = parameters.firstIndex(of: parameter) else { return .unknown }
        let takesSelf = parameters.first.flatMap { tree.child($0, .name) }.map {
            facts.means(.selfReference, $0)
        }
        let position = index - (takesSelf == true ? 1 : 0)
        guard let calls = ownCalls(of: function) else { return assume(parameter, at: position, of: function) }
        var result: HoleProvenance?
        for call in calls {
            guard let value = value(given: parameter, at: position, by: call) else {
                return .unknown
            }
            let given = provenance(of: value, depth: depth + 1)
            if case .unknown = given { return .unknown }
            result = weaker(result, given)
        }
        return result ?? .unknown
    }

    /// The calls of a function that no other file can call; nil where it may be called otherwise.
    private func ownCalls(of function: NodeIndex) -> [NodeIndex]? {
        if FunctionTable.enclosingClass(function, in: tree) != nil, tree.kind(function) == .function {
            return ownCalls(ofMethod: function)
        }
        guard let name = ownName(of: function) else { return nil }
        let uses = facts.uses(ofVariableAt: name).filter { $0 != name }
        let isOnlyCalled = uses.allSatisfy { tree.role($0) == .callee && tree.kind(tree.parent($0)) == .call }
        return isOnlyCalled ? uses.map { tree.parent($0) } : nil
    }

    /// The calls of a method that its class keeps to itself.
    private func ownCalls(ofMethod function: NodeIndex) -> [NodeIndex]? {
        guard let name = tree.child(function, .name), tree.kind(name) == .identifier,
            let first = tree.text(name).first,
            "_#".utf8.contains(first) || Modifiers.words(of: function, in: tree).contains(Array("private".utf8))
        else { return nil }
        let members = facts.target.nodes(of: .member).filter { member in
            tree.child(member, .name).map { tree.text($0).elementsEqual(tree.text(name)) } == true
        }
        let isOnlyCalled = members.allSatisfy { member in
            tree.role(member) == .callee && tree.kind(tree.parent(member)) == .call
                && facts.isOwnMethod(member, function)
        }
        return isOnlyCalled ? members.map { tree.parent($0) } : nil
    }

    /// What a call gives a parameter: by its position, by its name, or else its default.
    private func value(given parameter: NodeIndex, at position: Int, by call: NodeIndex) -> NodeIndex? {
        let arguments = tree.child(call, .arguments).map { Array(tree.children($0)) } ?? []
        if arguments.contains(where: { tree.kind($0) == .spread }) { return nil }
        if arguments.indices.contains(position), tree.kind(arguments[position]) != .keywordArgument {
            return arguments[position]
        }
        let name = tree.child(parameter, .name).map { facts.text($0) }
        let named = arguments.first { argument in
            tree.kind(argument) == .keywordArgument && tree.child(argument, .label).map { facts.text($0) } == name
        }
        return named.flatMap { tree.child($0, .value) } ?? tree.child(parameter, .value)
    }

    /// The name of a function that its file keeps to itself: one in another function, one of a module that exports by saying
    /// so, one that begins with `_`.
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
        let isPrivate = tree.text(name).first == UInt8(ascii: "_")
        return isInner || isPrivate || !facts.target.nodes(of: .export).isEmpty ? name : nil
    }

    /// Whether a check before the use admits only members of a list: `if (!ALLOWED.includes(x)) throw`, `if x not in ALLOWED`.
    func isCheckedAgainstList(_ node: NodeIndex) -> Bool {
        let kind = tree.kind(node)
        guard kind == .identifier || kind == .member || kind == .index else { return false }
        guard let function = FunctionTable.enclosing(node, in: tree),
            let check = facts.membershipChecks.first(for: tree.text(node), in: function..<endOfChoice(around: node))
        else { return false }
        return isCondition(check, of: node)
    }

    /// Where what decides about a node ends: `x if x in LIST else y` asks behind it.
    private func endOfChoice(around node: NodeIndex) -> NodeIndex {
        let parent = tree.parent(node)
        let isBranch = parent >= 0 && tree.kind(parent) == .conditional && tree.role(node) == .body
        return isBranch ? tree.subtreeEnd(parent) : node
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
