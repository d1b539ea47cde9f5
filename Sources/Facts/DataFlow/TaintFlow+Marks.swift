import Syntax

extension TaintFlow {
    /// What the specification makes of a node that was found to have `value`: sanitizers come first, then sources and what
    /// propagators bring, and what then remains reaches sinks and propagators. A target of an assignment is tainted by its
    /// marks, but neither read nor a sink.
    mutating func applyMarks(_ node: NodeIndex, to value: Int32, isTarget: Bool = false) -> Int32 {
        guard let first = marks.first(node) else { return value }
        if isTarget { return sources(first, node, value) }
        let isSanitized = sanitizes(first)
        var result = isSanitized ? TaintValues.clean : sources(first, node, value)
        if !isSanitized { result = arrivals(first, node, result) }
        var next: TaintMarks.Mark? = first
        while let mark = next {
            switch mark.kind {
            case .sink: report(mark.index, reaching(mark.index, node, result, isSanitized: isSanitized), at: node)
            case .propagatorFrom: propagate(mark.index, result)
            case .source, .sanitizer, .propagatorTo: break
            }
            next = marks.next(mark)
        }
        applySideEffects(first, node)
        return result
    }

    /// What reaches a sink: its value, what runs before it, and, for a call, its arguments whatever it may return.
    private mutating func reaching(_ sink: Int32, _ node: NodeIndex, _ value: Int32, isSanitized: Bool) -> Int32 {
        var result = value
        let isCall = tree.kind(node) == .call || tree.kind(node) == .new
        let isSafe = matches.assumesSafeFunctions && matches.sinks[Int(sink)].isFocused
        if isCall, !isSanitized, !isSafe, let arguments = tree.child(node, .arguments) {
            result = flow.values.union(result, results[Int(arguments)])
        }
        let control = flow.environment[AccessPaths.control]
        return control > 0 ? flow.values.union(result, control) : result
    }

    /// The sinks that an assignment's target is: what selects the place reaches them, not what was there.
    mutating func reportTarget(_ target: NodeIndex) {
        guard tree.kind(target) == .index, marks.first(target) != nil else { return }
        var value = TaintValues.clean
        for child in tree.children(target) where tree.role(child) == .index {
            value = flow.values.union(value, results[Int(child)])
        }
        var next = marks.first(target)
        while let mark = next {
            if mark.kind == .sink { report(mark.index, value, at: target) }
            next = marks.next(mark)
        }
    }

    private func sanitizes(_ first: TaintMarks.Mark) -> Bool {
        var next: TaintMarks.Mark? = first
        while let mark = next {
            if mark.kind == .sanitizer, matches.sanitizers[Int(mark.index)].sideEffect != .only { return true }
            next = marks.next(mark)
        }
        return false
    }

    private mutating func sources(_ first: TaintMarks.Mark, _ node: NodeIndex, _ value: Int32) -> Int32 {
        var result = value
        var next: TaintMarks.Mark? = first
        while let mark = next {
            next = marks.next(mark)
            guard mark.kind == .source else { continue }
            if matches.sources[Int(mark.index)].isControl {
                if mark.isWhole { startControl(mark.index, node, value) }
                continue
            }
            guard matches.sources[Int(mark.index)].sideEffect != .only else { continue }
            result = flow.values.union(taint(ofSource: mark.index, node, value), result)
        }
        return result
    }

    /// Everything after a source of control is tainted by it.
    private mutating func startControl(_ index: Int32, _ node: NodeIndex, _ incoming: Int32) {
        let taint = taint(ofSource: index, node, incoming)
        let old = max(flow.environment[AccessPaths.control], TaintValues.clean)
        flow.environment.set(AccessPaths.control, to: flow.values.union(old, taint))
    }

    private mutating func taint(ofSource index: Int32, _ node: NodeIndex, _ incoming: Int32) -> Int32 {
        let source = matches.sources[Int(index)]
        if let condition = source.requires, !condition.holds(for: labels(of: incoming)) { return TaintValues.clean }
        return flow.values.taint(
            source: Int(index), label: label(source.label), at: marks.wholeNode(ofSource: index) ?? node)
    }

    private mutating func arrivals(_ first: TaintMarks.Mark, _ node: NodeIndex, _ value: Int32) -> Int32 {
        var result = value
        var next: TaintMarks.Mark? = first
        while let mark = next {
            if mark.kind == .propagatorTo { result = flow.values.union(result, arriving[Int(mark.index)]) }
            next = marks.next(mark)
        }
        return result
    }

    /// Hands taint on to the propagator's destination: to the variable there at once, since it may stand before, and to
    /// the expression when it is evaluated.
    private mutating func propagate(_ index: Int32, _ value: Int32) {
        let propagator = matches.propagators[Int(index)]
        arriving[Int(index)] = TaintValues.clean
        guard value > 0 else { return }
        if let condition = propagator.requires, !condition.holds(for: labels(of: value)) { return }
        var value = value
        if let name = propagator.label {
            let replaced = propagator.replacedLabels?.map { label($0) }
            value = flow.values.relabeled(value, as: label(name), replacing: replaced)
        }
        arriving[Int(index)] = value
        guard propagator.hasSideEffect, let target = marks.destination(of: index), let place = paths.place(of: target)
        else { return }
        let old = read(AccessPaths.Place(slot: place.slot, isExact: true), withFields: false)
        flow.environment.set(place.slot, to: flow.values.union(old, flow.values.passing(value, at: target)))
    }

    private mutating func applySideEffects(_ first: TaintMarks.Mark, _ node: NodeIndex) {
        var next: TaintMarks.Mark? = first
        while let mark = next {
            next = marks.next(mark)
            guard mark.isWhole else { continue }
            switch mark.kind {
            case .source
            where matches.sources[Int(mark.index)].sideEffect != .no && !matches.sources[Int(mark.index)].isControl:
                guard let place = paths.place(of: node) else { continue }
                let old = read(AccessPaths.Place(slot: place.slot, isExact: true), withFields: false)
                let taint = taint(ofSource: mark.index, node, old)
                flow.environment.set(place.slot, to: flow.values.union(old, taint))
            case .sanitizer where matches.sanitizers[Int(mark.index)].sideEffect != .no:
                if let place = paths.place(of: node) { write(place, TaintValues.clean) }
            default: break
            }
        }
    }
}
