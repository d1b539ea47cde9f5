import Facts
import Matching
import SourceText

/// Runs a taint rule on one file: its formulas give the places, the data flow says which of them are connected.
struct TaintQuery {
    let specification: TaintSpecification
    let evaluator: FormulaEvaluator
    private var places = TaintMatches()
    private var sources: [Match] = []
    private var sinks: [Match] = []

    init(_ specification: TaintSpecification, evaluator: FormulaEvaluator) {
        self.specification = specification
        self.evaluator = evaluator
        let isDecisive = specification.areSourcesDecisive
        let decisive = specification.sources.indices.filter { isDecisive[$0] }
        var found = [[Match]](repeating: [], count: isDecisive.count)
        // What costs less is looked for first: mostly it is not there.
        guard let sinksCost = evaluator.cost(ofAny: specification.sinks.map(\.formula)),
            let sourcesCost = evaluator.cost(ofAny: decisive.map { specification.sources[$0].formula })
        else { return }
        let sinksComeFirst = sourcesCost > sinksCost
        if sinksComeFirst {
            collectSinks()
            if sinks.isEmpty { return }
        }
        for index in decisive { found[index] = evaluator.matches(specification.sources[index].formula) }
        if found.allSatisfy(\.isEmpty) { return }
        if !sinksComeFirst {
            collectSinks()
            if sinks.isEmpty { return }
        }
        for index in isDecisive.indices where !isDecisive[index] {
            found[index] = evaluator.matches(specification.sources[index].formula)
        }
        collectSources(found)
        collectSanitizers()
        collectTrustedVariables()
        collectPropagators()
        places.assumesSafeFunctions = specification.assumesSafeFunctions
        places.assumesSafeIndexes = specification.assumesSafeIndexes
        places.assumesSafeComparisons = specification.assumesSafeComparisons
        places.assumesSafeBooleans = specification.assumesSafeBooleans
        places.assumesSafeNumbers = specification.assumesSafeNumbers
        places.propagatesOnlyThroughAssignments = specification.propagatesOnlyThroughAssignments
    }

    /// The sinks that taint reaches, each with the metavariables of the sink and of its source.
    func matches() -> [Match] {
        if sources.isEmpty || sinks.isEmpty { return [] }
        let target = evaluator.target
        let findings = TaintFlow.findings(
            of: places, in: target.tree, language: target.language, semantics: target.semantics)
        var found: [Match] = []
        for finding in findings {
            let (sink, source) = (sinks[finding.sink], sources[finding.source])
            if specification.unifiesMetavariables, !evaluator.agree(sink.bindings, source.bindings) { continue }
            var match = sink
            for slot in match.bindings.indices where match.bindings[slot] == nil {
                match.bindings[slot] = source.bindings[slot]
            }
            if specification.reportsSources {
                match.range = source.range
                match.node = source.node
            }
            match.flow = ([finding.sourceNode] + finding.steps + [finding.sinkNode]).map { target.tree.range($0) }
            found.append(match)
        }
        return found
    }

    // MARK: Places

    /// - Parameter found: the matches of each source of the rule.
    private mutating func collectSources(_ found: [[Match]]) {
        for (source, matches) in zip(specification.sources, found) {
            for match in matches {
                sources.append(match)
                places.sources.append(
                    TaintMatches.Source(
                        match.range, label: source.label ?? TaintMatches.defaultLabel, requires: source.requires,
                        sideEffect: source.bySideEffect, isExact: source.exact, isControl: source.isControl))
            }
        }
    }

    private mutating func collectSinks() {
        for sink in specification.sinks {
            for match in evaluator.matches(sink.formula)
            where !sink.atExit || FunctionExit.holds(match.node, in: evaluator.target.tree) {
                sinks.append(match)
                places.sinks.append(
                    TaintMatches.Sink(
                        match.range, requires: sink.requires, isExact: sink.exact, isFocused: sink.formula.isFocused))
            }
        }
    }

    private mutating func collectSanitizers() {
        lazy var occupied = Set((sources + sinks).map(\.range))
        for sanitizer in specification.sanitizers {
            for match in evaluator.matches(sanitizer.formula) {
                if sanitizer.notConflicting, occupied.contains(match.range) { continue }
                places.sanitizers.append(
                    TaintMatches.Sanitizer(
                        match.range, sideEffect: sanitizer.bySideEffect, isExact: sanitizer.exact))
            }
        }
    }

    /// Variables of the types that the rule trusts.
    private mutating func collectTrustedVariables() {
        var types: Set<[UInt8]> = []
        if specification.assumesSafeBooleans { types.formUnion(["bool", "boolean", "Bool"].map { Array($0.utf8) }) }
        if specification.assumesSafeNumbers {
            types.formUnion(["int", "float", "number", "Int", "Double", "Float"].map { Array($0.utf8) })
        }
        guard !types.isEmpty else { return }
        let (tree, semantics) = (evaluator.target.tree, evaluator.target.semantics)
        for node in evaluator.target.nodes(of: .identifier) {
            let variable = semantics.variables[Int(node)]
            guard variable >= 0 else { continue }
            let type = semantics.variableTypes[Int(variable)]
            if type >= 0, types.contains(Array(tree.text(type))) {
                places.sanitizers.append(TaintMatches.Sanitizer(tree.range(node)))
            }
        }
    }

    private mutating func collectPropagators() {
        for propagator in specification.propagators {
            for match in evaluator.matches(propagator.formula) {
                guard let from = match.bindings[propagator.from], let to = match.bindings[propagator.to] else {
                    continue
                }
                places.propagators.append(
                    TaintMatches.Propagator(
                        from: from.range, to: to.range, hasSideEffect: propagator.bySideEffect,
                        label: propagator.label, replacedLabels: propagator.replacedLabels,
                        requires: propagator.requires))
            }
        }
    }
}
