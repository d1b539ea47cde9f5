import SourceText

/// A table or column that the schema certainly lacks.
public struct SQLUnknownName: Sendable {
    public enum Kind: UInt8, Sendable { case table, column }

    public var kind: Kind
    public var name: SQLName
    /// The table that lacks the column, where there is one.
    public var table: [UInt8]?
    /// What was probably meant, folded.
    public var nearest: [UInt8]?

    /// The unknown names of a document, in the order of its statements. Silent wherever a hole, an unknown function or an
    /// incomplete schema leaves a doubt.
    public static func find(in document: SQLDocument, schema: SQLSchema) -> [SQLUnknownName] {
        guard !schema.tables.isEmpty else { return [] }
        var found: [SQLUnknownName] = []
        for index in document.statements.indices where document.statements[index].definition == nil {
            let scope = SQLScope(document, schema, statement: index)
            found += unknownTables(index, scope)
            found += unknownColumns(index, scope)
        }
        return found
    }

    private static func unknownTables(_ index: Int, _ scope: SQLScope) -> [SQLUnknownName] {
        // A hole may name any number of queries after `WITH`.
        guard !scope.document.statements[scope.chain.last ?? index].mayNameMoreQueries(in: scope.document) else {
            return []
        }
        return scope.document.statements[index].tables.compactMap { table in
            guard case .table(let name) = table.source, scope.commonTable(name) == nil,
                scope.schema.certainlyLacks(name)
            else { return nil }
            // `UPDATE x .. FROM t AS x` names the alias.
            if scope.document.statements[index].tables.contains(where: { $0.alias == name.name }) { return nil }
            let candidates = scope.schema.tables.keys.sorted { $0.lexicographicallyPrecedes($1) }
            return SQLUnknownName(
                kind: .table, name: name.name, table: nil,
                nearest: SQLNearestName.find(name.name.folded, among: candidates))
        }
    }

    private static func unknownColumns(_ index: Int, _ scope: SQLScope) -> [SQLUnknownName] {
        let statement = scope.document.statements[index]
        var found = statement.columns.compactMap { unknown($0, scope) }
        if let target = statement.tables.first(where: { $0.isTarget }), let columns = scope.columns(of: target) {
            for name in statement.insertColumns where !name.isDynamic && !columns.contains(name.folded) {
                found.append(column(name, target, columns))
            }
        }
        return found
    }

    private static func unknown(_ reference: SQLColumnReference, _ scope: SQLScope) -> SQLUnknownName? {
        let name = reference.name
        guard reference.isCertain, !SQLBuiltinNames.contains(name.folded), !isArgumentName(name, scope.document),
            !isBoundByFunction(name, scope.document)
        else { return nil }
        if let qualifier = reference.qualifier {
            guard let table = scope.table(named: qualifier), let columns = scope.columns(of: table),
                !columns.contains(name.folded)
            else { return nil }
            return column(name, table, columns)
        }
        // In double quotes it may be a string, but not on PostgreSQL.
        if name.isDoubleQuoted, scope.document.dialect != .postgreSQL { return nil }
        var candidates: [[UInt8]] = []
        var tables: [SQLTableReference] = []
        for index in scope.chain {
            let statement = scope.document.statements[index]
            guard !statement.hasDynamicTables else { return nil }
            let outputs = statement.items + statement.returning
            if outputs.contains(where: { $0.outputName == name && !isColumn($0, name) }) { return nil }
            for table in statement.tables {
                guard table.exposedName != name, let columns = scope.columns(of: table) else { return nil }
                candidates += columns
                tables.append(table)
            }
        }
        guard !tables.isEmpty, !candidates.contains(name.folded) else { return nil }
        return column(name, tables.count == 1 ? tables[0] : nil, candidates)
    }

    /// `make_interval(mins => 5)`
    private static func isArgumentName(_ name: SQLName, _ document: SQLDocument) -> Bool {
        let rest = document.text.bytes[name.range.end...].drop { $0 <= 0x20 }
        return rest.starts(with: "=>".utf8) || rest.starts(with: ":=".utf8)
    }

    /// `arrayMap(x -> x + 1, sizes)`, `mapFilter((k, v) -> v > 1, counts)`: a parameter of a function in the SQL itself. What
    /// JSON is asked for behind the same arrow is written out.
    private static func isBoundByFunction(_ name: SQLName, _ document: SQLDocument) -> Bool {
        let (bytes, tokens) = (document.text.bytes, document.text.tokens)
        return (0..<tokens.count).contains { token in
            guard tokens.kinds[token] == .word,
                bytes[tokens.range(token).start..<tokens.range(token).end].elementsEqual(
                    bytes[name.range.start..<name.range.end])
            else { return false }
            var next = token + 1
            while next + 1 < tokens.count, tokens.kinds[next] == .comma, tokens.kinds[next + 1] == .word { next += 2 }
            if next < tokens.count, tokens.kinds[next] == .rightParenthesis { next += 1 }
            guard next + 1 < tokens.count,
                bytes[tokens.range(next).start..<tokens.range(next).end].elementsEqual("->".utf8)
            else { return false }
            return ![.string, .doubleQuoted, .number, .placeholder, .hole].contains(tokens.kinds[next + 1])
        }
    }

    /// Whether an item is the plain column of that name, and so no alias.
    private static func isColumn(_ item: SQLSelectItem, _ name: SQLName) -> Bool {
        if case .column(let column) = item.kind { return column.name == name && column.range.end == item.range.end }
        return false
    }

    private static func column(
        _ name: SQLName, _ table: SQLTableReference?, _ columns: [[UInt8]]
    ) -> SQLUnknownName {
        var tableName: [UInt8]?
        if case .table(let qualified)? = table?.source { tableName = qualified.name.folded }
        return SQLUnknownName(
            kind: .column, name: name, table: tableName, nearest: SQLNearestName.find(name.folded, among: columns))
    }
}

extension SQLStatement {
    /// Whether a hole stands among the named queries of a `WITH`.
    fileprivate func mayNameMoreQueries(in document: SQLDocument) -> Bool {
        guard document.text.tokens.keywords[tokens.lowerBound...].first == .with else { return false }
        return zip(document.text.holes, document.holeRoles).contains { hole, role in
            hole.range.start >= range.start && hole.range.end <= range.end
                && [.clause, .unknown, .statement, .table, .identifier].contains(role)
        }
    }
}
