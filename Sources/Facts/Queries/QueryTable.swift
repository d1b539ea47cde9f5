import Syntax

/// The database operations of a file, by where they stand.
final class QueryTable {
    /// In source order.
    let queries: [Query]
    /// Their indices by their nodes and by their functions.
    private let byNode: [NodeIndex: [Int]]
    private let byFunction: [NodeIndex: [Int]]
    /// By function: its calls of functions of the file.
    private var callsByFunction: [NodeIndex: [NodeIndex: [NodeIndex]]] = [:]
    /// By function: the writes of functions that it calls, where it calls them.
    private var calledWrites: [NodeIndex: [HelperWrites.Step]] = [:]
    private var answers: [Question: Bool] = [:]

    private struct Question: Hashable {
        let operation: ObjectIdentifier
        let query: Int
    }

    init(_ queries: [Query]) {
        self.queries = queries
        byNode = Dictionary(grouping: queries.indices) { queries[$0].node }
        byFunction = Dictionary(grouping: queries.indices) { queries[$0].function }
    }

    /// The indices of the queries of a node.
    func indices(at node: NodeIndex) -> [Int] { byNode[node] ?? [] }

    /// The index of the query that a node runs.
    func runIndex(at node: NodeIndex) -> Int? { indices(at: node).first { queries[$0].isRun } }

    /// The indices of the queries on the execution path of a function, in source order.
    func indices(in function: NodeIndex) -> [Int] { byFunction[function] ?? [] }

    /// Whether the function around a query shows that it means all rows: it fills the table anew, it also changes what tables
    /// are made of, or it goes on to set for some rows what it sets for all.
    func meansAllRows(_ query: Query, _ facts: FileFacts) -> Bool {
        guard query.function >= 0 else { return false }
        return indices(in: query.function).contains { index in
            let other = queries[index]
            if other.statement == .definition { return true }
            guard other.node > query.node, let table = query.tables.first, let target = other.tables.first else {
                return false
            }
            if query.statement == .update, other.statement == .update, other.hasWhere == true, table == target {
                return setsApart(other, from: query, facts)
            }
            guard other.statement == .insert || other.statement == .upsert else { return false }
            // A record's name ends like its table's: `complication.insert(db)` into `WatchComplication`.
            return target == table || table.hasSuffix(target) || target.hasSuffix(table)
        }
    }

    /// Whether an update gives some rows another constant than one before gives all: `update(active=False)`,
    /// `filter(pk=pk).update(active=True)`.
    private func setsApart(_ update: Query, from all: Query, _ facts: FileFacts) -> Bool {
        all.assignments.contains { first in
            update.assignments.contains { second in
                guard first.column == second.column, first.value >= 0, second.value >= 0,
                    let before = facts.target.constant(first.value), let after = facts.target.constant(second.value)
                else { return false }
                return before != after
            }
        }
    }

    /// Whether a query is run, and one of those that an operation looks for.
    func isRun(_ other: OtherQuery, at index: Int, _ facts: FileFacts) -> Bool {
        let question = Question(operation: ObjectIdentifier(other), query: index)
        if let known = answers[question] { return known }
        let answer = queries[index].isRun && other.operation.holds(queries[index], at: index, facts)
        answers[question] = answer
        return answer
    }

    /// The writes of functions that a function calls, found once.
    func calledWrites(in caller: NodeIndex, find: () -> [HelperWrites.Step]) -> [HelperWrites.Step] {
        if let known = calledWrites[caller] { return known }
        let found = find()
        calledWrites[caller] = found
        return found
    }

    /// The calls in a function of functions of the file, by the function that is called.
    func localCalls(in caller: NodeIndex, _ facts: FileFacts) -> [NodeIndex: [NodeIndex]] {
        if let known = callsByFunction[caller] { return known }
        var calls: [NodeIndex: [NodeIndex]] = [:]
        for node in caller..<facts.tree.subtreeEnd(caller) where facts.tree.kind(node) == .call {
            guard let callee = facts.tree.child(node, .callee),
                let function = facts.localFunction(callee)
            else { continue }
            calls[function, default: []].append(node)
        }
        callsByFunction[caller] = calls
        return calls
    }
}
