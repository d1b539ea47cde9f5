import Matching
import Syntax

/// Finds the writes that no call makes: a record that a unit of work gave is changed, and the unit of work is committed.
struct RecordChanges {
    private let facts: FileFacts
    private let table: QueryTable
    private let origins: RowOrigins
    private var tree: SyntaxTree { facts.tree }

    /// - Parameter table: the operations that calls make.
    init(facts: FileFacts, table: QueryTable) {
        self.facts = facts
        self.table = table
        origins = RowOrigins(facts: facts, table: table)
    }

    /// One write for all that is changed of a record up to the same commit, at the first change.
    func find() -> [Query] {
        guard table.queries.contains(where: { $0.statement == .select && $0.joinsUnit }) else { return [] }
        let commits = self.commits()
        guard !commits.isEmpty else { return [] }
        var found: [Query] = []
        var places: [Write: Int] = [:]
        let assignments = [NodeKind.assignment, .augmentedAssignment].flatMap { facts.target.nodes(of: $0) }.sorted()
        for node in assignments {
            guard let change = change(at: node), let commit = commits.first(where: { $0.ends(change) }),
                !isWritten(change, before: commit.node)
            else { continue }
            let write = Write(variable: change.variable, commit: commit.node)
            if let place = places[write] {
                found[place].assignments.append(change.assignment)
            } else {
                places[write] = found.count
                found.append(query(change))
            }
        }
        return found
    }

    /// What tells one write of a record from another.
    private struct Write: Hashable {
        let variable: Int32
        let commit: NodeIndex
    }

    private struct Commit {
        let node: NodeIndex
        let function: NodeIndex

        func ends(_ change: Change) -> Bool { function == change.function && node > change.node }
    }

    private func commits() -> [Commit] {
        facts.matches.of(.transactions).filter { $0.match.node >= 0 && $0.value("ends")?.boolean == true }.map {
            Commit(node: $0.match.node, function: QueryPlacement.function(of: $0.match.node, facts))
        }.sorted { $0.node < $1.node }
    }

    /// A column of a record that is given a value.
    private struct Change {
        var node: NodeIndex
        var function: NodeIndex
        var record: NodeIndex
        var variable: Int32
        var assignment: QueryAssignment
        var read: Query
    }

    private func change(at node: NodeIndex) -> Change? {
        let isAddition = tree.kind(node) == .augmentedAssignment
        guard let target = tree.child(node, .target),
            tree.kind(target) == .member, let record = tree.child(target, .object), tree.kind(record) == .identifier,
            let column = tree.child(target, .name), let value = tree.child(node, .value),
            let variable = facts.variable(of: record), let index = origins.query(of: record)
        else { return nil }
        let read = table.queries[index]
        let function = QueryPlacement.function(of: node, facts)
        guard read.statement == .select, read.joinsUnit, read.document == nil, read.function == function else {
            return nil
        }
        let assignment = QueryAssignment(
            column: SQLQueryReader.folded(Array(tree.text(column))), value: value, isAtomic: isAddition)
        return Change(
            node: node, function: function, record: record, variable: variable, assignment: assignment, read: read)
    }

    /// Whether a call writes the record that was changed: `session.add(account)`.
    private func isWritten(_ change: Change, before commit: NodeIndex) -> Bool {
        table.indices(in: change.function).map { table.queries[$0] }.contains { query in
            query.statement.isWrite && query.node > change.node && query.node < commit
                && facts.mentions(variable: change.variable, in: query.node)
        }
    }

    private func query(_ change: Change) -> Query {
        let query = Query(
            node: change.node, range: tree.range(change.node), model: change.read.model, statement: .update)
        query.isChangeInPlace = true
        query.function = change.function
        query.tables = change.read.tables
        query.table = change.read.table
        query.hasWhere = true
        query.isByKey = change.read.isByKey
        query.predicates = [change.record]
        query.client = change.read.client
        query.joinsUnit = true
        query.assignments = [change.assignment]
        query.hasKnownAssignments = true
        return query
    }
}
