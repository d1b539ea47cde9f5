import SQL
import SourceText
import Syntax

/// Fills in what a parsed SQL text says of a query.
struct SQLQueryReader {
    let facts: FileFacts
    let document: SQLDocument
    /// The values for its placeholders, where a call is seen that hands them over.
    var parameters: SQLParameters?

    func fill(_ query: Query) {
        guard let first = document.topLevel.first else { return }
        // Of several statements, the first that does something to rows.
        let main = document.topLevel.first { rowStatement(document.statements[$0].kind) } ?? first
        let index = write(besides: main) ?? main
        let statement = document.statements[index]
        query.statement = kind(of: statement)
        let everything = [index] + statement.nested
        query.tables = tables(of: everything)
        // `UPDATE users SET` is not all of a statement.
        let isBegun = statement.kind == .update && statement.assignments.isEmpty
        let isOpen = statement.hasDynamicClauses || query.text?.endsOpen == true || isBegun || goesOnInList(query)
        query.hasWhere = statement.hasWhere ? true : isOpen ? nil : false
        query.hasLimit = statement.limit != nil ? true : isOpen ? nil : false
        query.limit = statement.limit?.literal
        query.limitNode = zip(document.holeRoles, query.text?.holes ?? []).first { $0.0 == .limit }?.1.node
        query.isAggregate = statement.isUngroupedAggregate
        query.isGrouped = statement.isGrouped || givesKinds(statement)
        query.hasLimitedSource =
            statement.nested.contains { nested in
                let inner = document.statements[nested]
                return (inner.place == .from || inner.place == .commonTable) && inner.parent == index
                    && (inner.limit?.literal ?? 2) > 1
                    && inner.limit != nil
            } && addsUp(statement) && !asksForOneMore(query)
        // `SELECT 1` asks no table.
        query.isUnique = query.limit == 1 || query.statement == .select && query.tables.isEmpty && !isOpen
        query.isByKey = statement.comparisons.contains { comparison in
            guard comparison.isConjunct, comparison.clause == .where, names(comparison) else { return false }
            return facts.names.holds(.keyColumn, String(decoding: comparison.column.name.folded, as: UTF8.self))
        }
        query.selectsStar = everything.contains { selectsStar(document.statements[$0]) }
        query.hasKnownAssignments = true
        query.assignments = statement.assignments.map { assignment in
            QueryAssignment(
                column: Self.folded(assignment.column.folded), value: value(in: assignment.range, of: query),
                isAtomic: assignment.refersToItself)
        }
        if query.assignments.isEmpty { query.assignments = insertions(statement, query) }
        query.predicates = predicates(statement, query)
    }

    /// Whether only the different values of one column are asked for, as grouping by it would give them: `SELECT DISTINCT make`.
    private func givesKinds(_ statement: SQLStatement) -> Bool {
        guard statement.isDistinct, statement.items.count == 1, let name = statement.items[0].outputName else {
            return false
        }
        return !facts.names.holds(.keyColumn, String(decoding: name.folded, as: UTF8.self))
    }

    /// Whether a comparison says which value a column has, or which few: `id = ?`, `id IN (?, ?)`. One placeholder may stand
    /// for any number; placeholders that are put in are as many as there are ids.
    private func names(_ comparison: SQLComparison) -> Bool {
        switch (comparison.operator, comparison.operand) {
        case (.equal, _): true
        case (.in, .list(let count)):
            count > 1
                || zip(document.holeRoles, document.text.holes).contains { role, hole in
                    role == .inList && comparison.operandRange.contains(hole.range)
                }
        default: false
        }
    }

    /// What a selection changes in its `WITH`: `WITH gone AS (DELETE FROM sessions RETURNING id) SELECT count(*) FROM gone`.
    private func write(besides main: Int) -> Int? {
        guard document.statements[main].kind == .select else { return nil }
        return document.statements[main].nested.first { index in
            let inner = document.statements[index]
            return inner.place == .commonTable && rowStatement(inner.kind) && inner.kind != .select
        }
    }

    /// Whether the text is one of a list of pieces, of which more follow: `["UPDATE users SET", "a = 1", "WHERE id = ?"]`.
    private func goesOnInList(_ query: Query) -> Bool {
        guard let last = query.text?.sources.last else { return false }
        let list = facts.tree.parent(last)
        guard list >= 0, [.array, .tuple].contains(facts.tree.kind(list)) else { return false }
        return facts.tree.children(list).contains { $0 > last && facts.target.stringValue($0) != nil }
    }

    /// Whether an aggregate is a total, which a limit makes wrong, and not the end of what was read. Counting no further
    /// than to a limit is a way to ask whether there are that many.
    private func addsUp(_ statement: SQLStatement) -> Bool {
        statement.aggregates.contains { [.sum, .avg].contains($0.function) }
    }

    /// `LIMIT n + 1`: whether there are more than so many.
    private func asksForOneMore(_ query: Query) -> Bool {
        zip(document.holeRoles, query.text?.holes ?? []).contains {
            $0 == .limit && isSum($1.node)
        }
    }

    private func isSum(_ node: NodeIndex) -> Bool {
        if facts.tree.kind(node) == .binary { return true }
        guard facts.tree.kind(node) == .identifier else { return false }
        return facts.onlyValue(of: node).map { facts.tree.kind($0) == .binary } ?? false
    }

    private func rowStatement(_ kind: SQLStatement.Kind) -> Bool {
        switch kind {
        case .select, .insert, .update, .delete, .replace, .merge: true
        default: false
        }
    }

    private func kind(of statement: SQLStatement) -> Query.Statement {
        switch statement.kind {
        case .select, .values: return .select
        case .insert: return statement.conflict == .update ? .upsert : .insert
        case .replace, .merge: return .upsert
        case .update: return .update
        case .delete: return .delete
        case .truncate: return .truncate
        case .definition: return .definition
        case .begin, .commit, .rollback, .savepoint, .releaseSavepoint: return .transaction
        case .pragma, .set, .other: return .other
        }
    }

    private func tables(of statements: [Int]) -> [String] {
        var names: [String] = []
        for index in statements {
            let tables = document.statements[index].tables
            for table in tables.filter(\.isTarget) + tables.filter({ !$0.isTarget }) {
                guard case .table(let name) = table.source, !name.isDynamic else { continue }
                var text = String(decoding: name.name.folded, as: UTF8.self)
                // What the database says of itself has a schema of its own.
                if let schema = name.schema.map({ String(decoding: $0.folded, as: UTF8.self) }),
                    facts.names.holds(.systemTable, "\(schema).\(text)")
                {
                    text = "\(schema).\(text)"
                }
                if !names.contains(text) { names.append(text) }
            }
        }
        return names
    }

    /// Whether the rows that the program gets have all columns.
    private func selectsStar(_ statement: SQLStatement) -> Bool {
        (statement.place == .top || statement.place == .unionArm) && readsStar(statement, depth: 0)
    }

    private func readsStar(_ statement: SQLStatement, depth: Int) -> Bool {
        guard statement.kind == .select, depth < 4 else { return false }
        return statement.items.contains { item in
            switch item.kind {
            case .star: statement.tables.contains { hasOpenColumns($0, depth: depth) }
            case .qualifiedStar(let name):
                statement.tables.contains { table in
                    table.exposedName.map { $0.folded == name.folded } ?? true && hasOpenColumns(table, depth: depth)
                }
            default: false
            }
        }
    }

    /// Whether the columns of a table are those that it happens to have: not of a part of the statement that names its own,
    /// nor of a table that is not known where the statement is written.
    private func hasOpenColumns(_ table: SQLTableReference, depth: Int) -> Bool {
        switch table.source {
        case .table(let name):
            let part = document.statements.lazy.flatMap(\.commonTables).first { $0.name.folded == name.name.folded }
            guard let part else { return !name.isDynamic }
            return part.statement.map { readsStar(document.statements[$0], depth: depth + 1) } ?? false
        case .subquery(let index): return readsStar(document.statements[index], depth: depth + 1)
        case .function, .dynamic, .other: return false
        }
    }

    static func folded(_ name: [UInt8]) -> String {
        String(
            decoding: name.filter { $0 != UInt8(ascii: "_") }.map(\.lowercased),
            as: UTF8.self)
    }

    /// The expression that a hole or a placeholder in a range of the text stands for, -1 where there is none.
    private func value(in range: ByteRange, of query: Query) -> NodeIndex {
        let hole = hole(in: range, of: query)
        return hole >= 0 ? hole : parameters?.value(in: range, of: document) ?? -1
    }

    /// The expression in the hole that stands in a range of the text, -1 where there is none.
    private func hole(in range: ByteRange, of query: Query) -> NodeIndex {
        let holes = query.text?.holes ?? []
        for (index, hole) in document.text.holes.enumerated()
        where hole.range.start >= range.start && hole.range.end <= range.end && index < holes.count {
            return holes[index].node
        }
        return -1
    }

    /// The columns of an insertion; their values are seen only where they are holes.
    private func insertions(_ statement: SQLStatement, _ query: Query) -> [QueryAssignment] {
        statement.insertColumns.map { QueryAssignment(column: Self.folded($0.folded), value: -1) }
    }

    private func predicates(_ statement: SQLStatement, _ query: Query) -> [NodeIndex] {
        guard let range = statement.whereRange, let text = query.text else { return [] }
        return zip(document.text.holes, text.holes).compactMap { sql, hole in
            sql.range.start >= range.start && sql.range.end <= range.end ? hole.node : nil
        }
    }
}
