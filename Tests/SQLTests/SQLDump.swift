import SourceText

@testable import SQL

extension SQLDocument {
    /// The facts of one statement, one a line, for tests.
    func dump(_ index: Int) -> [String] {
        let statement = statements[index]
        var lines = ["\(statement.kind)" + (statement.place == .top ? "" : " \(statement.place)")]
        for table in statement.commonTables { lines.append("with \(name(table.name))") }
        for table in statement.tables {
            var line = "table " + source(table.source)
            if let alias = table.alias { line += " as \(name(alias))" }
            if table.join != .none { line += " \(table.join)" }
            if table.isTarget { line += " target" }
            lines.append(line)
        }
        for item in statement.items { lines.append("item \(describe(item))") }
        for aggregate in statement.aggregates { lines.append("aggregate \(aggregate.function) \(aggregate.clause)") }
        for column in statement.columns {
            lines.append("column \(describe(column)) \(column.clause)\(column.isCertain ? "" : " uncertain")")
        }
        for comparison in statement.comparisons {
            lines.append(
                "comparison \(describe(comparison.column)) \(comparison.operator) \(describe(comparison.operand))"
                    + (comparison.isConjunct ? "" : " alternative"))
        }
        if statement.hasWhere { lines.append("where") }
        if statement.isGrouped { lines.append("grouped") }
        if !statement.orderBy.isEmpty {
            lines.append("order " + statement.orderBy.map { describe($0) }.joined(separator: ","))
        }
        if let limit = statement.limit {
            lines.append("limit \(limit.literal.map(String.init) ?? describe(limit.operand))")
        }
        if let offset = statement.offset {
            lines.append("offset \(offset.literal.map(String.init) ?? describe(offset.operand))")
        }
        if let lock = statement.lock { lines.append("lock \(lock)") }
        if let conflict = statement.conflict { lines.append("conflict \(conflict)") }
        if !statement.insertColumns.isEmpty {
            lines.append("into " + statement.insertColumns.map { name($0) }.joined(separator: ","))
        }
        for assignment in statement.assignments {
            lines.append(
                "set \(name(assignment.column)) \(describe(assignment.value))\(assignment.refersToItself ? " self" : "")"
            )
        }
        for item in statement.returning { lines.append("returning \(describe(item))") }
        if statement.hasDynamicClauses { lines.append("dynamic clauses") }
        if statement.hasDynamicTables { lines.append("dynamic tables") }
        for arm in statement.unionArms { lines.append("arm \(arm)") }
        return lines
    }

    func name(_ name: SQLName) -> String { String(decoding: name.folded, as: UTF8.self) }

    func name(_ qualified: SQLQualifiedName) -> String {
        (qualified.schema.map { name($0) + "." } ?? "") + name(qualified.name)
    }

    func describe(_ column: SQLColumnReference) -> String {
        (column.qualifier.map { name($0) + "." } ?? "") + name(column.name)
    }

    private func describe(_ operand: SQLOperand) -> String {
        switch operand {
        case .column(let column): "column(\(describe(column)))"
        case .subquery(let index): "subquery(\(index))"
        default: "\(operand)"
        }
    }

    private func describe(_ item: SQLSelectItem) -> String {
        let output = item.outputName.map { " as \(name($0))" } ?? ""
        switch item.kind {
        case .qualifiedStar(let qualifier): return "\(name(qualifier)).*" + output
        case .column(let column): return "column \(describe(column))" + output
        default: return "\(item.kind)" + output
        }
    }

    private func source(_ source: SQLTableReference.Source) -> String {
        switch source {
        case .table(let table): name(table)
        case .function(let function): name(function) + "()"
        case .subquery(let index): "subquery(\(index))"
        case .dynamic: "dynamic"
        case .other: "other"
        }
    }
}
