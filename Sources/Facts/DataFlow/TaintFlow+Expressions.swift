import Syntax

extension TaintFlow {
    /// The taint of an expression's value here, with all effects of evaluating it.
    mutating func taint(of node: NodeIndex) -> Int32 {
        guard depth < SyntaxLimits.depth * 2 else { return TaintValues.clean }
        depth += 1
        let value = applyMarks(node, to: compute(node))
        depth -= 1
        results[Int(node)] = value
        return value
    }

    private mutating func compute(_ node: NodeIndex) -> Int32 {
        switch tree.kind(node) {
        case .identifier: return paths.place(of: node).map { read($0, withFields: true) } ?? TaintValues.clean
        case .member, .index: return access(node, withFields: true)
        case .call, .new: return call(node)
        case .conditional: return conditional(node)
        case .binary:
            let value = unionOfChildren(node)
            return isSafe(node) ? TaintValues.clean : value
        case .assignment, .declarator, .optionalBinding, .field: return assignment(node)
        case .augmentedAssignment: return update(node)
        case .comprehension: return comprehension(node)
        case .keywordArgument: return tree.child(node, .value).map { taint(of: $0) } ?? TaintValues.clean
        case .lambda, .function:
            enclosed(node)
            return TaintValues.clean
        case .class:
            if let body = tree.child(node, .body) { walk(body) }
            return TaintValues.clean
        case .type, .typeArguments, .import: return TaintValues.clean
        case .parenthesized, .argumentList, .await, .tryExpression, .cast, .expressionStatement, .sequence:
            return unionOfChildren(node)
        default:
            let value = unionOfChildren(node)
            return matches.propagatesOnlyThroughAssignments || isSafe(node) ? TaintValues.clean : value
        }
    }

    /// Whether the rule trusts what an operator makes of its operands.
    private func isSafe(_ node: NodeIndex) -> Bool {
        if matches.propagatesOnlyThroughAssignments { return true }
        if isComparison(node) { return matches.assumesSafeComparisons || matches.assumesSafeBooleans }
        switch tree.kind(node) {
        case .unary: return matches.assumesSafeBooleans && Operator(tree.mainText(node)) == .not
        case .binary: return matches.assumesSafeNumbers && isArithmetic(node)
        default: return false
        }
    }

    /// Whether an operation with a number can give nothing but a number.
    private func isArithmetic(_ node: NodeIndex) -> Bool {
        let hasNumber = tree.children(node).contains { operand in
            switch semantics.value(of: operand, in: tree, language: language) {
            case .integer, .float: true
            default: false
            }
        }
        guard hasNumber else { return false }
        switch Operator(tree.mainText(node)) {
        case .add: return !language.evaluation.plusConvertsToString
        case .subtract, .divide, .floorDivide, .power: return true
        default: return false
        }
    }

    private mutating func unionOfChildren(_ node: NodeIndex) -> Int32 {
        var value = TaintValues.clean
        for child in tree.children(node) { value = flow.values.union(value, taint(of: child)) }
        return value
    }

    private func isComparison(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .binary else { return false }
        switch Operator(tree.mainText(node)) {
        case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual: return true
        default: return false
        }
    }

    private mutating func conditional(_ node: NodeIndex) -> Int32 {
        guard let condition = tree.child(node, .condition) else { return unionOfChildren(node) }
        evaluate(condition)
        let truth = truth(of: condition)
        var value = TaintValues.clean
        if truth != false, let body = tree.child(node, .body) { value = taint(of: body) }
        if truth != true, let alternate = tree.child(node, .alternate) {
            value = flow.values.union(value, taint(of: alternate))
        }
        return value
    }

    // MARK: Fields

    /// A member or element: what was assigned to it itself, else what holds for the object around it.
    private mutating func access(_ node: NodeIndex, withFields: Bool) -> Int32 {
        guard let object = tree.child(node, .object) else { return TaintValues.clean }
        var selector = TaintValues.clean
        if tree.kind(node) == .index {
            for index in tree.children(node) where index != object {
                selector = flow.values.union(selector, taint(of: index))
            }
            if matches.assumesSafeIndexes { selector = TaintValues.clean }
        }
        guard let place = paths.place(of: node), place.isExact else {
            let value = flow.values.union(taint(of: object), selector)
            return matches.propagatesOnlyThroughAssignments ? TaintValues.clean : value
        }
        if matches.propagatesOnlyThroughAssignments {
            evaluate(object)
            return max(flow.environment[place.slot], TaintValues.clean)
        }
        let own = field(place.slot, of: base(object), withFields: withFields)
        return flow.values.union(own, selector)
    }

    /// The taint that an object hands on to its fields: its own, without that of other fields.
    private mutating func base(_ object: NodeIndex) -> Int32 {
        switch tree.kind(object) {
        case .identifier:
            let value = paths.place(of: object).map { read($0, withFields: false) } ?? TaintValues.clean
            return applyMarks(object, to: value)
        case .member, .index:
            guard depth < SyntaxLimits.depth * 2 else { return TaintValues.clean }
            depth += 1
            let value = applyMarks(object, to: access(object, withFields: false))
            depth -= 1
            return value
        default: return taint(of: object)
        }
    }

    private mutating func field(_ slot: Int32, of base: Int32, withFields: Bool) -> Int32 {
        let assigned = flow.environment[slot]
        let own = assigned == Environment.unassigned ? base : assigned
        return withFields ? flow.values.union(own, fields(of: slot)) : own
    }

    /// The taint of everything in the fields of a slot.
    private mutating func fields(of slot: Int32) -> Int32 {
        var value = TaintValues.clean
        for child in paths.children[Int(slot)] {
            let assigned = flow.environment[child]
            if assigned > 0 { value = flow.values.union(value, assigned) }
            if !paths.children[Int(child)].isEmpty { value = flow.values.union(value, fields(of: child)) }
        }
        return value
    }

    /// The taint of a place: what was assigned to it or to the nearest object around it.
    mutating func read(_ place: AccessPaths.Place, withFields: Bool) -> Int32 {
        var slot = place.slot
        while flow.environment[slot] == Environment.unassigned, paths.parents[Int(slot)] >= 0 {
            slot = paths.parents[Int(slot)]
        }
        let assigned = flow.environment[slot]
        let own = assigned == Environment.unassigned ? TaintValues.clean : assigned
        return withFields || !place.isExact ? flow.values.union(own, fields(of: place.slot)) : own
    }

    // MARK: Calls

    /// What a call returns may hold whatever the object and the arguments do.
    private mutating func call(_ node: NodeIndex) -> Int32 {
        var value = TaintValues.clean
        let arguments = tree.child(node, .arguments)
        var passed: Int32?
        // A propagator may lead from an argument to what is called.
        if let callee = tree.child(node, .callee), isDestination(callee) { passed = arguments.map { taint(of: $0) } }
        if let callee = tree.child(node, .callee) {
            if tree.kind(callee) == .member, let object = tree.child(callee, .object) {
                // The method's own slot counts beside the object, which is evaluated once.
                let whole = taint(of: object)
                let method = paths.place(of: callee).flatMap { $0.isExact ? flow.environment[$0.slot] : nil }
                let own = method.map { $0 > 0 ? flow.values.union(whole, $0) : whole } ?? whole
                value = applyMarks(callee, to: own)
                if let name = tree.child(callee, .name) { value = applyMarks(name, to: value) }
                results[Int(callee)] = value
            } else {
                value = taint(of: callee)
            }
        }
        if passed == nil { passed = arguments.map { taint(of: $0) } }
        guard let passed else { return value }
        changeList(node)
        if matches.propagatesOnlyThroughAssignments { return TaintValues.clean }
        return matches.assumesSafeFunctions ? value : flow.values.union(value, passed)
    }

    private func isDestination(_ node: NodeIndex) -> Bool {
        var next = marks.first(node)
        while let mark = next {
            if mark.kind == .propagatorTo { return true }
            next = marks.next(mark)
        }
        return false
    }

    // MARK: Comprehensions

    private mutating func comprehension(_ node: NodeIndex) -> Int32 {
        var value = TaintValues.clean
        for clause in tree.children(node) where tree.kind(clause) == .comprehensionClause {
            if let iterable = tree.child(clause, .iterable) {
                let elements = taint(of: iterable)
                if let target = tree.child(clause, .target) { assign(target, elements) }
            }
            for condition in tree.children(clause) where tree.role(condition) == .condition { evaluate(condition) }
        }
        for child in tree.children(node) where tree.kind(child) != .comprehensionClause {
            value = flow.values.union(value, taint(of: child))
        }
        return value
    }
}
