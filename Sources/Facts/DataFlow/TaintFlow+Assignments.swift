import Syntax

extension TaintFlow {
    /// An assignment or declaration; the taint of what is assigned.
    mutating func assignment(_ node: NodeIndex) -> Int32 {
        let target = tree.child(node, .target) ?? tree.child(node, .name)
        if tree.child(node, .body) != nil { declareUnit(node) }
        guard let value = tree.child(node, .value) else {
            if let target, let other = reboundVariable(target) { assign(target, other) }
            if let target, tree.kind(target) != .identifier { evaluate(target) }
            return TaintValues.clean
        }
        let taint = taint(of: value)
        guard let target, tree.kind(node) != .field else { return taint }
        assign(target, from: value, taint)
        return taint
    }

    /// The taint of the variable that a name is given the value of without saying so.
    private mutating func reboundVariable(_ target: NodeIndex) -> Int32? {
        guard tree.kind(target) == .identifier,
            let other = semantics.reboundVariables[semantics.variables[Int(target)]]
        else { return nil }
        return read(paths.place(ofVariable: other), withFields: true)
    }

    /// `x += y`.
    mutating func update(_ node: NodeIndex) -> Int32 {
        guard let target = tree.child(node, .target), let value = tree.child(node, .value) else {
            return TaintValues.clean
        }
        let change = taint(of: value)
        let old = taint(of: target)
        let result = flow.values.union(old, change)
        assign(target, result)
        return result
    }

    /// Gives a target the value of an expression just evaluated, part by part where both are written out.
    private mutating func assign(_ target: NodeIndex, from value: NodeIndex, _ taint: Int32) {
        var literal = value
        while tree.kind(literal) == .parenthesized, let inner = tree.firstChild(literal) { literal = inner }
        switch tree.kind(target) {
        case .tuple, .array:
            let targets = Array(tree.children(target))
            let values = Array(tree.children(literal))
            let isList = tree.kind(literal) == .tuple || tree.kind(literal) == .array
            guard isList, targets.count == values.count,
                !(targets + values).contains(where: { tree.kind($0) == .spread })
            else { return assign(target, taint) }
            for (target, value) in zip(targets, values) { assign(target, results[Int(value)]) }
        case .identifier, .member, .index:
            assign(target, taint)
            let isContainer = tree.kind(literal) == .object || tree.kind(literal) == .array
            if isContainer, marks.first(literal) == nil { assignElements(of: literal, to: target) }
        case .object where tree.kind(literal) == .object && marks.first(literal) == nil:
            assignParts(of: literal, to: target, whole: taint)
        case .object:
            // What is tainted by more than the place itself holds, by a source within the expression, is so as a whole.
            guard marks.first(literal) == nil, let place = paths.place(of: literal), place.isExact,
                read(place, withFields: true) == taint
            else { return assign(target, taint) }
            assignFields(of: place, to: target, whole: taint)
        default: assign(target, taint)
        }
    }

    /// Gives the parts of an object pattern the fields that they name, and a rest what they leave.
    private mutating func assignFields(of place: AccessPaths.Place, to pattern: NodeIndex, whole: Int32) {
        var taken: [[UInt8]] = []
        for part in tree.children(pattern) {
            if tree.kind(part) == .spread {
                assignRest(of: place, to: part, without: taken)
            } else if let key = paths.key(of: part), let slot = paths.child(of: place.slot, key) {
                taken.append(key)
                assign(part, read(AccessPaths.Place(slot: slot, isExact: true), withFields: true))
            } else {
                assign(part, whole)
            }
        }
    }

    /// Gives the parts of an object pattern the values that a literal has for the keys that they name; where the literal does
    /// not show all its keys, those of all of it.
    private mutating func assignParts(of literal: NodeIndex, to pattern: NodeIndex, whole: Int32) {
        var values: [[UInt8]: Int32] = [:]
        for element in tree.children(literal) {
            guard let key = paths.key(of: element) else { return assign(pattern, whole) }
            let value = tree.kind(element) == .pair ? tree.child(element, .value) ?? element : element
            values[key] = results[Int(value)]
        }
        for part in tree.children(pattern) {
            if let key = paths.key(of: part) {
                assign(part, values.removeValue(forKey: key) ?? TaintValues.clean)
            } else {
                assign(part, values.values.reduce(TaintValues.clean) { flow.values.union($0, $1) })
            }
        }
    }

    private mutating func assignRest(of place: AccessPaths.Place, to part: NodeIndex, without keys: [[UInt8]]) {
        let taken = Set(keys.compactMap { paths.child(of: place.slot, $0) })
        var value = read(place, withFields: false)
        for field in paths.children[Int(place.slot)] where !taken.contains(field) {
            value = flow.values.union(value, read(AccessPaths.Place(slot: field, isExact: true), withFields: true))
        }
        assign(part, value)
        guard let name = tree.firstChild(part), let rest = paths.place(of: name), rest.isExact else { return }
        for key in keys {
            if let slot = paths.child(of: rest.slot, key) { flow.environment.set(slot, to: TaintValues.clean) }
        }
    }

    /// Tells the elements of a literal apart that was assigned to `target`.
    private mutating func assignElements(of literal: NodeIndex, to target: NodeIndex) {
        guard let place = paths.place(of: target), place.isExact else { return }
        var rest = TaintValues.clean
        var known: [(slot: Int32, value: Int32)] = []
        for (index, element) in tree.children(literal).enumerated() {
            let valueNode = tree.kind(element) == .pair ? tree.child(element, .value) ?? element : element
            let value = flow.values.passing(results[Int(valueNode)], at: target)
            let isSpread = tree.kind(element) == .spread
            // Behind a spread the places of a list are not known.
            if isSpread && tree.kind(literal) == .array { return }
            let key = tree.kind(literal) == .array ? AccessPaths.key(ofElement: index) : paths.key(of: element)
            if let key, let slot = paths.child(of: place.slot, key) {
                known.append((slot, value))
            } else {
                rest = flow.values.union(rest, value)
            }
        }
        write(place, rest)
        for (slot, value) in known { flow.environment.set(slot, to: flow.values.union(value, rest)) }
        if tree.kind(literal) == .array { setCount(known.count, of: place) }
    }

    /// Gives every name and place in `target` the taint of the value it is, or is a part of.
    mutating func assign(_ target: NodeIndex, _ value: Int32) {
        switch tree.kind(target) {
        case .identifier: store(target, value)
        case .member, .index:
            for child in tree.children(target) where tree.role(child) != .name { evaluate(child) }
            reportTarget(target)
            store(target, value)
        case .pair:
            if let part = tree.child(target, .value) { assign(part, value) }
        case .shorthand:
            var part = value
            if let fallback = tree.child(target, .value) { part = flow.values.union(part, taint(of: fallback)) }
            if let name = tree.child(target, .name) { store(name, part) }
        case .assignment:
            // A part with a default.
            var part = value
            if let fallback = tree.child(target, .value) { part = flow.values.union(part, taint(of: fallback)) }
            if let name = tree.child(target, .target) { assign(name, part) }
        case .call: if let arguments = tree.child(target, .arguments) { assign(arguments, value) }
        case .keywordArgument, .asPattern:
            for child in tree.children(target) where tree.role(child) != .label { assign(child, value) }
        case .string, .number, .boolean, .null, .type, .interpolatedString: break
        default:
            guard depth < SyntaxLimits.depth * 2 else { return }
            depth += 1
            for child in tree.children(target) { assign(child, value) }
            depth -= 1
        }
    }

    private mutating func store(_ target: NodeIndex, _ value: Int32) {
        guard let place = paths.place(of: target) else { return }
        write(place, applyMarks(target, to: flow.values.passing(value, at: target), isTarget: true))
    }

    /// What was known of a place's fields ends with a value for all of it; an unknown element only adds to the rest.
    mutating func write(_ place: AccessPaths.Place, _ value: Int32) {
        guard place.isExact else {
            let old = read(AccessPaths.Place(slot: place.slot, isExact: true), withFields: false)
            return flow.environment.set(place.slot, to: flow.values.union(old, value))
        }
        flow.environment.set(place.slot, to: value)
        forgetFields(of: place.slot)
    }

    private mutating func forgetFields(of slot: Int32) {
        for child in paths.children[Int(slot)] {
            flow.environment.set(child, to: Environment.unassigned)
            forgetFields(of: child)
        }
    }
}
