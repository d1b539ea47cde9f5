import Matching
import Syntax

/// Follows writes through functions of a file that another one calls one after the other: `makeOrder(item)`, `takeStock(item)`.
struct HelperWrites {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    /// Who calls more functions that write than so many runs a script, and is not followed.
    private static let mostSteps = 64

    /// A place of a function at which a write is run, in a function that is called there.
    struct Step {
        var node: NodeIndex
        var query: Int
    }

    /// The writes before one, by their indices, on a path through a function that calls what runs the one or the other. Of
    /// what is called only that counts which is done in any case.
    func predecessors(of index: Int, skipping meanings: [NameVocabulary.Meaning]) -> [Int] {
        let query = facts.queries[index]
        guard query.function >= 0, query.isRun, query.statement.isWrite else { return [] }
        var found = calledWrites(in: query.function).filter { reaches($0, query.node) }
        guard isCertain(query), let name = facts.functions.name(of: query.function)?.lastDottedPart else {
            return found.map(\.query)
        }
        for call in facts.calls(of: name) {
            guard tree.child(call, .callee).flatMap({ facts.localFunction($0) }) == query.function else { continue }
            let caller = QueryPlacement.function(of: call, facts)
            guard caller >= 0, caller != query.function, isGivenSomething(caller), !facts.transactions.holds(call),
                !isNamed(caller, meanings)
            else { continue }
            let own = facts.queryTable.indices(in: caller).prefix(Self.mostSteps).map {
                Step(node: facts.queries[$0].node, query: $0)
            }
            found += (own + calledWrites(in: caller)).filter { step in
                facts.queries[step.query].function != query.function && reaches(step, call)
            }
        }
        return found.map(\.query)
    }

    /// Whether two writes in several functions are two: they wait for no commit together, and neither only notes how far some
    /// work has come.
    func areApart(_ earlier: Query, _ later: Query) -> Bool {
        let isCommitted =
            !earlier.joinsUnit || !later.joinsUnit
            || facts.transactions.alwaysCommits(after: earlier.node, in: earlier.function)
        let sequence = WriteSequence(facts: facts)
        return isCommitted && Set(earlier.tables).isDisjoint(with: later.tables)
            && !sequence.notesProgress(earlier) && !sequence.notesProgress(later)
    }

    /// The writes of the functions that a function calls, where they are called.
    private func calledWrites(in caller: NodeIndex) -> [Step] {
        facts.queryTable.calledWrites(in: caller) {
            var steps: [Step] = []
            for (function, calls) in facts.queryTable.localCalls(in: caller, facts) where function != caller {
                let writes = facts.queryTable.indices(in: function).prefix(Self.mostSteps).filter {
                    isCertain(facts.queries[$0])
                }
                guard !writes.isEmpty else { continue }
                for call in calls where QueryPlacement.function(of: call, facts) == caller {
                    if facts.transactions.holds(call) { continue }
                    steps += writes.map { Step(node: call, query: $0) }
                }
                if steps.count > Self.mostSteps { return [] }
            }
            return steps
        }
    }

    private func reaches(_ step: Step, _ later: NodeIndex) -> Bool {
        let earlier = facts.queries[step.query]
        return earlier.isRun && earlier.statement.isWrite && step.node < later
            && facts.enclosingBlock(step.node) == facts.enclosingBlock(later)
            && facts.executionPaths.mayReach(step.node, later)
            && !WriteSequence(facts: facts).mayFail(later, apartFrom: step.node)
    }

    /// Whether a write is run whenever its function is, and for one row or condition.
    private func isCertain(_ query: Query) -> Bool {
        guard query.statement.isWrite, query.isRun, query.function >= 0 else { return false }
        var node = query.node
        while tree.parent(node) > query.function {
            let parent = tree.parent(node)
            switch tree.kind(parent) {
            case .if, .conditional, .switch, .catch, .forEach, .while, .for, .lambda, .comprehension: return false
            case .binary where tree.role(node) == .right: return false
            default: node = parent
            }
        }
        // What leaves before it may leave it undone on purpose.
        return !(query.function..<query.node).contains { tree.kind($0) == .return }
    }

    /// Whether a function is given what it works on: who calls one that is not runs a job, and does so again.
    private func isGivenSomething(_ function: NodeIndex) -> Bool {
        guard let parameters = tree.child(function, .parameters) else { return false }
        return tree.children(parameters).contains { parameter in
            tree.child(parameter, .name).map { !facts.means(.selfReference, $0) } ?? true
        }
    }

    private func isNamed(_ function: NodeIndex, _ meanings: [NameVocabulary.Meaning]) -> Bool {
        guard let name = facts.functions.name(of: function)?.lastDottedPart else { return false }
        return meanings.contains { facts.names.holds($0, name) }
    }
}
