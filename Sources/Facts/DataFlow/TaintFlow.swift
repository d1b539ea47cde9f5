import Matching
import SourceText
import Syntax

/// Taint analysis inside the functions of one file: which sources reach which sinks, by the paths that the folded
/// conditions leave open. Functions in functions see the variables around them as they are where they stand.
public struct TaintFlow: FlowClient {
    let tree: SyntaxTree
    let casesFallThrough: Bool
    var flow: FlowState<TaintValues>

    let semantics: Semantics
    let language: any Language
    let evaluator: Evaluator
    let matches: TaintMatches
    let marks: TaintMarks
    var paths: AccessPaths
    /// By propagator: the taint that waits for its destination to be evaluated.
    var arriving: [Int32]
    var labels: [String] = []
    /// By node: the taint that its last evaluation gave.
    var results: [Int32]
    var depth = 0
    /// The functions that are analysed by themselves.
    private var units: [NodeIndex] = []
    private let sources: RangeIndex
    private let sinks: RangeIndex
    private var isInUnit = false
    private var findings: [TaintFinding] = []
    private var reported: Set<Report> = []

    private struct Report: Hashable {
        var sink: Int32
        var source: Int32
    }

    /// The findings in a file, each pair of sink and source once, in the order they were come across.
    public static func findings(
        of matches: TaintMatches, in tree: SyntaxTree, language: any Language, semantics: Semantics
    ) -> [TaintFinding] {
        guard !matches.sources.isEmpty, !matches.sinks.isEmpty else { return [] }
        var analysis = TaintFlow(matches, tree: tree, language: language, semantics: semantics)
        analysis.run()
        return analysis.findings
    }

    private init(_ matches: TaintMatches, tree: SyntaxTree, language: any Language, semantics: Semantics) {
        self.tree = tree
        self.language = language
        self.semantics = semantics
        self.matches = matches
        sources = RangeIndex(matches.sources.map(\.range))
        sinks = RangeIndex(matches.sinks.map(\.range))
        evaluator = Evaluator(rules: language.evaluation)
        casesFallThrough = language.evaluation.casesFallThrough
        marks = TaintMarks(matches, tree: tree)
        paths = AccessPaths(tree, semantics: semantics, language: language)
        arriving = [Int32](repeating: TaintValues.clean, count: matches.propagators.count)
        results = [Int32](repeating: TaintValues.clean, count: tree.count)
        flow = FlowState(environment: Environment(slots: 0), values: TaintValues())
    }

    private mutating func run() {
        walk(0)
        isInUnit = true
        // What the file gives its variables once and for all holds in its functions too.
        let known = paths.constantSlots().map { (slot: $0, value: flow.environment[$0]) }.filter { $0.value > 0 }
        var index = 0
        while index < units.count {
            let unit = units[index]
            index += 1
            guard mayMatter(unit, hasTaintedVariables: !known.isEmpty) else { continue }
            flow.environment.reset()
            flow.exits = []
            for (slot, value) in known { flow.environment.set(slot, to: value) }
            enter(unit)
        }
    }

    /// Whether a function holds a sink and may hold taint.
    private func mayMatter(_ unit: NodeIndex, hasTaintedVariables: Bool) -> Bool {
        let range = tree.range(unit)
        return sinks.overlaps(range) && (hasTaintedVariables || sources.overlaps(range))
    }

    // MARK: Control flow

    mutating func evaluate(_ node: NodeIndex) { _ = taint(of: node) }

    mutating func truth(of condition: NodeIndex) -> Bool? {
        semantics.value(of: condition, in: tree, language: language).flatMap(evaluator.truth)
    }

    mutating func matches(_ matchCase: NodeIndex, subject: NodeIndex) -> Bool? {
        CaseMatching.matches(matchCase, in: tree) { pattern in
            guard let value = semantics.value(of: subject, in: tree, language: language),
                let constant = semantics.value(of: pattern, in: tree, language: language)
            else { return nil }
            return evaluator.equal(constant, value)
        }
    }

    mutating func bind(_ target: NodeIndex, toPartOf value: NodeIndex?) {
        let taint = value.map { results[Int($0)] } ?? TaintValues.clean
        if tree.kind(target) == .variableDeclaration {
            for declarator in tree.children(target) {
                if let name = tree.child(declarator, .target) { assign(name, taint) }
            }
        } else {
            assign(target, taint)
        }
    }

    mutating func enterLoop(_ loop: NodeIndex) -> Int {
        // Each round of a loop walks the loops in it anew; deep nests get by with fewer.
        switch flow.exits.count(where: { $0.kind == .loop }) {
        case 0: 3
        case 1, 2: 2
        default: 1
        }
    }

    mutating func returned(_ value: NodeIndex) {}

    mutating func declare(_ declaration: NodeIndex) {
        if tree.kind(declaration) == .function { declareUnit(declaration) }
    }

    /// A function, or a variable that runs code of its own to get its value.
    mutating func declareUnit(_ declaration: NodeIndex) {
        if isInUnit, flow.environment.isReachable { enclosed(declaration) } else { units.append(declaration) }
    }

    /// Follows a function whose body may or may not run from here on.
    mutating func enclosed(_ function: NodeIndex) {
        let mark = flow.environment.mark
        enter(function)
        let changes = flow.joinOfAll(since: mark)
        _ = flow.environment.rewind(to: mark)
        flow.merge([changes, Environment.Changes()])
    }

    private mutating func enter(_ function: NodeIndex) {
        if let parameters = tree.child(function, .parameters) {
            for parameter in tree.children(parameters) where tree.kind(parameter) == .parameter {
                let initial = tree.child(parameter, .value).map { taint(of: $0) } ?? TaintValues.clean
                guard let name = tree.child(parameter, .name) else { continue }
                assign(name, applyMarks(parameter, to: initial))
            }
        }
        if let body = tree.child(function, .body) { walk(body) }
    }

    // MARK: Findings

    mutating func report(_ sink: Int32, _ value: Int32, at node: NodeIndex) {
        guard value > 0 else { return }
        let taints = flow.values.sets[Int(value)]
        if let condition = matches.sinks[Int(sink)].requires, !condition.holds(for: labels(of: value)) { return }
        for taint in taints where reported.insert(Report(sink: sink, source: taint.source)).inserted {
            var path = flow.values.path(of: taint)
            let source = path.isEmpty ? node : path.removeFirst()
            findings.append(
                TaintFinding(
                    sink: Int(sink), source: Int(taint.source), sourceNode: source, steps: path, sinkNode: node))
        }
    }

    func labels(of value: Int32) -> Set<String> {
        guard value > 0 else { return [] }
        return Set(flow.values.sets[Int(value)].map { labels[Int($0.label)] })
    }

    mutating func label(_ name: String) -> Int32 {
        if let index = labels.firstIndex(of: name) { return Int32(truncatingIfNeeded: index) }
        labels.append(name)
        return Int32(truncatingIfNeeded: labels.count - 1)
    }
}
