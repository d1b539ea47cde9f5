import SourceText

/// `INSERT`, `UPDATE`, `DELETE`, `MERGE`.
extension SQLParser {
    mutating func parseInsert(_ statement: inout SQLStatement, kind statementKind: SQLStatement.Kind) {
        statement.kind = statementKind
        if statementKind == .replace { statement.conflict = .replace }
        position += 1
        parseConflictWords(&statement)
        if keyword(position) == .into { position += 1 }
        parseTarget(&statement)
        if kind(position) == .leftParenthesis, !startsQuery(position) {
            let end = groupEnd(position)
            let isWhole = end == position + 2 && kind(position + 1) == .hole
            statement.insertColumns = names(in: position)
            if isWhole {
                setRole(position + 1, .insertColumns)
                statement.insertColumns = []
            }
            position = end + 1
        }
        // `OVERRIDING SYSTEM VALUE`
        while position < limit, self.kind(position) == .word,
            keyword(position) == .none || keyword(position) == .system
                || keyword(position) == .value && self.kind(position + 1) == .word || keyword(position) == .user
        {
            position += 1
        }
        switch keyword(position) {
        case .values, .value:
            position += 1
            parseRows(&statement)
        case .set:
            position += 1
            parseAssignments(&statement)
        case .select, .with:
            parseInsertSource(&statement)
        case .default:
            position += 2
        default:
            if kind(position) == .leftParenthesis, startsQuery(position) { parseInsertSource(&statement) }
        }
        parseAfterWrite(&statement)
    }

    private mutating func parseInsertSource(_ statement: inout SQLStatement) {
        let start = position
        var end = start
        while end < limit, keyword(end) != .returning, !(keyword(end) == .on && isClause(end)) { end = next(end) }
        end = min(end, limit)
        if end > start { _ = parseNested(span(start, end), place: .source, in: &statement) }
        position = end
    }

    /// `OR REPLACE`, `IGNORE`, `LOW_PRIORITY` after the verb.
    private mutating func parseConflictWords(_ statement: inout SQLStatement) {
        while position < limit {
            switch keyword(position) {
            case .or:
                statement.conflict = keyword(position + 1) == .replace ? .replace : .ignore
                if [.abort, .fail, .rollback].contains(keyword(position + 1)) { statement.conflict = nil }
                position += 2
            case .ignore:
                statement.conflict = .ignore
                position += 1
            case .low_priority, .delayed, .high_priority, .quick, .only:
                position += 1
            default: return
            }
        }
    }

    /// The table that is written, and its alias.
    private mutating func parseTarget(_ statement: inout SQLStatement) {
        let start = position
        guard let name = parseName(role: .table) else { return }
        var table = SQLTableReference(
            source: name.isDynamic ? .dynamic : .table(name), alias: nil, join: .none, isTarget: true,
            range: bytes(span(start, position)))
        if name.isDynamic { statement.hasDynamicTables = true }
        if keyword(position) == .as { position += 1 }
        let isAlias = isName(position) && keyword(position) != .value && keyword(position - 1) == .as
        if isAlias || isName(position) && kind(position + 1) == .leftParenthesis && keyword(position) != .value {
            table.alias = SQLName(text, token: position)
            position += 1
        }
        statement.tables.append(table)
    }

    mutating func parseUpdate(_ statement: inout SQLStatement) {
        statement.kind = .update
        position += 1
        parseConflictWords(&statement)
        let end = clauseEnd(position)
        parseTables(span(position, end), in: &statement, isTarget: true)
        position = end
        if keyword(position) == .set {
            position += 1
            parseAssignments(&statement)
        }
        parseAfterWrite(&statement)
    }

    /// `a = x, b = y`, up to the next clause.
    private mutating func parseAssignments(_ statement: inout SQLStatement) {
        let end = clauseEnd(position)
        var start = position
        position = end
        while start < end {
            var stop = start
            while stop < end, kind(stop) != .comma { stop = next(stop) }
            stop = min(stop, end)
            parseAssignment(span(start, stop), &statement)
            start = stop + 1
        }
    }

    private mutating func parseAssignment(_ range: Range<Int>, _ statement: inout SQLStatement) {
        guard !range.isEmpty else { return }
        guard let equals = range.first(where: { kind($0) == .comparison || kind($0) == .operator }),
            equals > range.lowerBound
        else {
            setRole(range.lowerBound, .assignments)
            return scanExpression(range.dropFirst(1), .set, role: .value, &statement)
        }
        let valueRange = span(equals + 1, range.upperBound)
        if kind(range.lowerBound) == .leftParenthesis {
            statement.assignments += names(in: range.lowerBound).map {
                SQLAssignment(column: $0, value: .expression, refersToItself: false, range: bytes(range))
            }
            return scanExpression(valueRange, .set, role: .value, &statement)
        }
        let target = equals - 1
        setRole(target, .column)
        let column = SQLName(text, token: target)
        let columnsBefore = statement.columns.count
        scanExpression(valueRange, .set, role: .value, &statement)
        let value = operand(valueRange, .set, nested: statement.nested)
        var refersToItself = false
        if !column.isDynamic {
            refersToItself = statement.columns[columnsBefore...].contains { $0.name == column } && !isAlone(value)
            statement.columns.append(
                SQLColumnReference(qualifier: nil, name: column, clause: .set, isCertain: target == range.lowerBound))
        }
        statement.assignments.append(
            SQLAssignment(column: column, value: value, refersToItself: refersToItself, range: bytes(range)))
    }

    /// `x = excluded.x` names the column, but computes nothing from it.
    private func isAlone(_ value: SQLOperand) -> Bool {
        if case .column = value { return true }
        return false
    }

    mutating func parseDelete(_ statement: inout SQLStatement) {
        statement.kind = .delete
        position += 1
        parseConflictWords(&statement)
        // `DELETE t FROM t JOIN ..` of MySQL names the target before `FROM`.
        var target: SQLName?
        if keyword(position) != .from, isName(position) {
            target = SQLName(text, token: position)
            position = clauseEnd(position)
        }
        guard keyword(position) == .from else {
            position = clauseEnd(position)
            return parseAfterWrite(&statement)
        }
        var end = clauseEnd(position + 1)
        if let using = (span(position, end)).first(where: { keyword($0) == .using && kind($0 + 1) != .leftParenthesis })
        {
            parseTables(span(position + 1, using), in: &statement, isTarget: true)
            position = using
            end = clauseEnd(position + 1)
            parseTables(span(position + 1, end), in: &statement, isTarget: false)
        } else {
            parseTables(span(position + 1, end), in: &statement, isTarget: target == nil)
        }
        if let target {
            for index in statement.tables.indices {
                statement.tables[index].isTarget = statement.tables[index].exposedName == target
            }
        }
        position = end
        parseAfterWrite(&statement)
    }

    mutating func parseMerge(_ statement: inout SQLStatement) {
        statement.kind = .merge
        position += 1
        if keyword(position) == .into { position += 1 }
        parseTarget(&statement)
        if keyword(position) == .using {
            var end = position + 1
            while end < limit, keyword(end) != .on { end = next(end) }
            parseTables(span(position + 1, min(end, limit)), in: &statement, isTarget: false)
            position = min(end, limit)
        }
        scanExpression(span(position, limit), .other, role: .value, &statement)
        // A merge's actions name columns of two tables in many ways; none of them is certain.
        for index in statement.columns.indices { statement.columns[index].isCertain = false }
        position = limit
    }

    /// `FROM` of an update, `ON CONFLICT`, and the clauses that queries have too.
    private mutating func parseAfterWrite(_ statement: inout SQLStatement) {
        while position < limit {
            let start = position
            switch keyword(position) {
            case .from:
                let end = clauseEnd(position + 1)
                parseTables(span(position + 1, end), in: &statement, isTarget: false)
                position = end
            case .on where isClause(position):
                parseConflict(&statement)
            case .as:
                // The row alias of MySQL: `VALUES (..) AS new`.
                position += 2
            default:
                parseClauses(&statement)
            }
            if position <= start { position = next(start) }
        }
    }

    /// `ON CONFLICT (..) [WHERE ..] DO UPDATE SET .. | DO NOTHING`, `ON DUPLICATE KEY UPDATE ..`.
    private mutating func parseConflict(_ statement: inout SQLStatement) {
        if keyword(position + 1) == .duplicate {
            position += 2
            if keyword(position) == .key { position += 1 }
            if keyword(position) == .update { position += 1 }
            statement.conflict = .update
            return parseAssignments(&statement)
        }
        position += 2
        if kind(position) == .leftParenthesis {
            scanGroup(position, .conflict, role: .column, &statement)
            position = groupEnd(position) + 1
        }
        while position < limit, keyword(position) != .do { position = next(position) }
        statement.conflict = keyword(position + 1) == .nothing ? .ignore : .update
        position = min(position + 2, limit)
        if keyword(position) == .set {
            position += 1
            parseAssignments(&statement)
        }
    }
}
