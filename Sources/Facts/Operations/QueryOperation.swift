import Matching
import SourceText
import Syntax

/// `query:` matches database operations: SQL in whatever clothes, and chains of calls of mappers.
public struct QueryOperation: FactOperation {
    /// What part of a query is reported.
    public enum Place: Sendable {
        /// The call that runs it.
        case call
        /// The expression that first mixes a value into the SQL, or the SQL itself.
        case string
    }

    public enum Built: Sendable { case constant, interpolated }

    public var place = Place.call
    /// Empty for all.
    public var statements: Set<Query.Statement> = []
    public var built: Built?
    public var hasWhere: Bool?
    public var hasLimit: Bool?
    /// The limit must be written out and be at least this.
    public var leastLimit: Int?
    public var isAggregate: Bool?
    public var isGrouped: Bool?
    /// Whether its rows come from a subquery that has a limit.
    public var hasLimitedSource: Bool?
    public var isUnique: Bool?
    /// Whether its predicate compares a key with one value.
    public var isByKey: Bool?
    public var selectsStar: Bool?
    /// Whether it is SQL text.
    public var isSQL: Bool?
    /// Whether a call is seen that runs it.
    public var isRun: Bool?
    /// A meaning that the name of one of its tables must have, and those of which its first may have none.
    public var tableMeaning: NameVocabulary.Meaning?
    public var excludedTableMeanings: [NameVocabulary.Meaning] = []
    /// Meanings of which the name of the function around it may have none.
    public var excludedFunctionMeanings: [NameVocabulary.Meaning] = []
    /// Columns of which none may be the only ones that are written.
    public var excludedColumnMeaning: NameVocabulary.Meaning?
    public var inLoop: Bool?
    public var inTransaction: Bool?
    public var flow: RowFlow.Goal?
    /// An operation that must be run before on the same execution path.
    public var previous: OtherQuery?
    /// A route that runs it, with no methods but those.
    public var route: RouteCriteria?
    /// Whether what stands around it shows that it means all rows of its table.
    public var meansAllRows: Bool?
    /// So many tables one may empty in one block and have forgotten a predicate; who empties more means all rows.
    public var mostEmptied: Int?
    /// Whether its result is only compared with a number.
    public var isOnlyCompared: Bool?
    /// Whether its rows are given back whole.
    public var isReturnedWhole: Bool?
    /// Whether it stores an identifier from the request that nothing ties to the user.
    public var storesUncheckedIdentifier: Bool?
    /// Whether it is about rows that the client picks, in a handler that does not ask whose they are.
    public var picksUncheckedRows: RowOwnership.Subject?
    /// Whether it writes what the program computed from a column that it read before, with nothing to keep others out. A
    /// unit of work may write without a call; the change of its record is the write then.
    public var writesBackUnlocked = false
    /// Only the first match of each function is reported.
    public var isFirstOfFunction = false

    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        if writesBackUnlocked { return lostUpdates(facts, bindings) }
        var functions = Set<NodeIndex>()
        let matches = facts.queries.indices.compactMap {
            match(of: facts.queries[$0], at: $0, facts, bindings, &functions)
        }
        guard statements.contains(.part) else { return matches }
        return matches + facts.queryParts.compactMap { match(of: $0, at: -1, facts, bindings, &functions) }
    }

    /// - Parameter index: its place among the queries of the file; -1 for a part of one.
    private func match(
        of query: Query, at index: Int, _ facts: FileFacts, _ bindings: Bindings, _ functions: inout Set<NodeIndex>
    ) -> Match? {
        guard holds(query, at: index, facts), let (range, node) = place(of: query, facts) else { return nil }
        var match = Match(range: range, bindings: bindings, node: node)
        if inLoop == true, QueryPlacement(facts: facts).loop(around: query) == nil {
            let asked = QueryPlacement(facts: facts).askedParameters(of: query)
            match.conditions.append(facts.ask(.isCalledPerElement(asked)))
        }
        if inTransaction == false, facts.matches.has(.requestTransactions) {
            match.conditions.append(~facts.ask(.wrapsRequests))
        }
        if inTransaction == false, let caller = facts.transactions.functionCalledInside(around: query) {
            match.conditions.append(~facts.ask(.isCalledInTransactions(caller)))
        }
        var isAnyRoute = true
        if storesUncheckedIdentifier == true {
            let stored = ForeignIdentifiers(facts: facts).unchecked(storedBy: query)
            if stored.names.isEmpty {
                // Who asks for the identifiers asks for the route as well.
                isAnyRoute = false
                let place = QueryPlacement(facts: facts).runPlace(of: query.node)
                match.conditions.append(
                    facts.ask(.isSentUnchecked(stored.inputs, place, route ?? RouteCriteria())))
            } else {
                match.conditions.append(~facts.ask(.readsOpenly(Set(stored.names))))
            }
        }
        if built == .interpolated, let hole = query.unsafeHole {
            match.remark = remark(on: hole, facts)
            if let parameters = ProvenanceReader(facts: facts).parameters(behind: query) {
                match.conditions.append(~facts.ask(.isGivenHarmless(parameters)))
            }
        }
        if let subject = picksUncheckedRows {
            guard let conditions = RowOwnership(facts: facts, subject: subject).conditions(of: query) else {
                return nil
            }
            match.conditions += conditions
        }
        if let route, isAnyRoute {
            guard let place = QueryPlacement(facts: facts).runPlace(of: query.node) else { return nil }
            match.conditions.append(facts.ask(.isRun(place, route)))
            if let table = query.tables.first {
                match.remark = "It \(query.statement == .select ? "reads" : "changes") '\(table)'."
            }
        }
        if isFirstOfFunction, !functions.insert(query.function).inserted { return nil }
        return match
    }

    /// Names the value, where it is short.
    private func remark(on hole: BuiltText.Hole, _ facts: FileFacts) -> String? {
        let text = facts.text(hole.node)
        guard text.utf8.count <= 60, !text.contains(where: \.isNewline) else { return nil }
        return "It is '\(text)'."
    }

    private func lostUpdates(_ facts: FileFacts, _ bindings: Bindings) -> [Match] {
        var updates = LostUpdates(facts: facts)
        return updates.find().compactMap { node in
            if let index = facts.queryTable.runIndex(at: node) {
                let query = facts.queries[index]
                return isAlike(query, facts) ? Match(range: query.range, bindings: bindings, node: node) : nil
            }
            return Match(range: facts.tree.range(node), bindings: bindings, node: node)
        }
    }

    func holds(_ query: Query, at index: Int, _ facts: FileFacts) -> Bool {
        guard isAlike(query, facts) else { return false }
        if let inLoop, mayStandInLoop(query, inLoop, facts) != inLoop { return false }
        if let inTransaction, facts.transactions.isInside(query) != inTransaction { return false }
        if let flow, !RowFlow(facts: facts).reaches(flow, from: query) { return false }
        if let meansAllRows,
            (facts.queryTable.meansAllRows(query, facts) || isAskedForAll(query, facts) || isOneOfMany(query, facts))
                != meansAllRows
        {
            return false
        }
        if let isOnlyCompared, RowUse(facts: facts).isOnlyCompared(query) != isOnlyCompared { return false }
        if let isReturnedWhole, RowUse(facts: facts).isReturnedWhole(query) != isReturnedWhole { return false }
        if let storesUncheckedIdentifier,
            ForeignIdentifiers(facts: facts).unchecked(storedBy: query).isNothing == storesUncheckedIdentifier
        {
            return false
        }
        if let previous {
            guard index >= 0, follows(previous, index, facts) else { return false }
        }
        return true
    }

    /// Whether another operation is run before it, in its function or in one that calls what runs them, and leaves something
    /// half done without it.
    private func follows(_ previous: OtherQuery, _ index: Int, _ facts: FileFacts) -> Bool {
        let query = facts.queries[index]
        let sequence = WriteSequence(facts: facts)
        let isHalfDone = { earlier in
            facts.queryTable.isRun(previous, at: earlier, facts)
                && sequence.isHalfDone(facts.queries[earlier], without: query)
        }
        if facts.executionPaths.predecessors(of: index).contains(where: isHalfDone) { return true }
        let helpers = HelperWrites(facts: facts)
        return helpers.predecessors(of: index, skipping: excludedFunctionMeanings).contains { earlier in
            helpers.areApart(facts.queries[earlier], query) && isHalfDone(earlier)
        }
    }

    /// Whether it stands in a loop of the file or, where that is asked for, may be called in one of another.
    private func mayStandInLoop(_ query: Query, _ isWanted: Bool, _ facts: FileFacts) -> Bool {
        let placement = QueryPlacement(facts: facts)
        return placement.loop(around: query) != nil || isWanted && !placement.askedParameters(of: query).isEmpty
    }

    /// Whether it stands under a condition that says by a name that all rows are meant: `if delete_all:`.
    private func isAskedForAll(_ query: Query, _ facts: FileFacts) -> Bool {
        let tree = facts.tree
        var child = query.node
        while tree.parent(child) >= 0, tree.kind(child) != .function {
            let parent = tree.parent(child)
            if tree.kind(parent) == .if, tree.role(child) == .body, let condition = tree.child(parent, .condition),
                facts.hasName(.emptiesTable, in: condition)
            {
                return true
            }
            child = parent
        }
        return false
    }

    /// Whether the statements around it empty more tables, one after the other, than somebody would who forgot a predicate.
    private func isOneOfMany(_ query: Query, _ facts: FileFacts) -> Bool {
        guard let mostEmptied, query.statement == .delete, let block = facts.enclosingBlock(query.node),
            facts.tree.kind(block) == .block
        else { return false }
        let emptied = facts.queryTable.indices(in: query.function).map { facts.queries[$0] }.filter {
            $0.statement == .delete && $0.hasWhere == false && facts.enclosingBlock($0.node) == block
        }
        return Set(emptied.compactMap(\.tables.first)).count > mostEmptied
    }

    /// Whether what is known of the query itself is as asked.
    private func isAlike(_ query: Query, _ facts: FileFacts) -> Bool {
        if !statements.isEmpty, !statements.contains(query.statement) { return false }
        if let isSQL, (query.document != nil) != isSQL { return false }
        if let isRun, query.isRun != isRun { return false }
        if let hasWhere, query.hasWhere != hasWhere { return false }
        if let hasLimit, query.hasLimit != hasLimit { return false }
        if let leastLimit {
            guard let limit = query.limit, limit >= leastLimit else { return false }
        }
        if let isAggregate, query.isAggregate != isAggregate { return false }
        if let isGrouped, query.isGrouped != isGrouped { return false }
        if let hasLimitedSource, query.hasLimitedSource != hasLimitedSource { return false }
        if let isByKey, query.isByKey != isByKey { return false }
        if let isUnique, query.isUnique != isUnique { return false }
        if let selectsStar, query.selectsStar != selectsStar { return false }
        if let tableMeaning, !query.tables.contains(where: { facts.names.holds(tableMeaning, $0) }) { return false }
        if let table = query.tables.first, excludedTableMeanings.contains(where: { facts.names.holds($0, table) }) {
            return false
        }
        // Whoever may call a route means what it says by no name of a function.
        if !excludedFunctionMeanings.isEmpty, query.function >= 0, let name = facts.functions.name(of: query.function),
            excludedFunctionMeanings.contains(where: { facts.names.holds($0, name.lastDottedPart) }),
            !facts.isHandler(query.function)
        {
            return false
        }
        if let excludedColumnMeaning,
            query.writesOnly(excludedColumnMeaning, facts.names)
                || query.statement == .upsert && SavedRecords(facts: facts).saves(query, only: excludedColumnMeaning)
        {
            return false
        }
        if let built, (query.unsafeHole != nil) != (built == .interpolated) { return false }
        return true
    }

    private func place(of query: Query, _ facts: FileFacts) -> (ByteRange, NodeIndex)? {
        switch place {
        case .call: return query.isRun ? (query.range, query.node) : nil
        case .string:
            if built == .interpolated, let hole = query.unsafeHole { return (facts.tree.range(hole.mixer), hole.mixer) }
            guard let source = query.text?.sources.first else { return (query.range, query.node) }
            return (facts.tree.range(source), source)
        }
    }
}

/// Another query that a query is looked at with.
public final class OtherQuery: Sendable {
    public let operation: QueryOperation
    public init(_ operation: QueryOperation) { self.operation = operation }
}

extension Query {
    /// The first hole whose value may change what the SQL means.
    var unsafeHole: BuiltText.Hole? {
        guard let text, let document else { return nil }
        for (index, hole) in text.holes.enumerated() {
            guard index < provenances.count, index < document.holeRoles.count else { return nil }
            guard case .unknown = provenances[index] else { continue }
            if document.holeRoles[index] == .comment { continue }
            return hole
        }
        return nil
    }

    /// Whether all columns that are written are known and have the meaning, or are counters of attempts that it adds to.
    func writesOnly(_ meaning: NameVocabulary.Meaning, _ names: NameVocabulary) -> Bool {
        statement == .update && hasKnownAssignments && !assignments.isEmpty
            && assignments.allSatisfy { names.holds($0.isAtomic ? .attemptCounter : meaning, $0.column) }
    }
}
