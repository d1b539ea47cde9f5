import SourceText

/// Table references and joins.
extension SQLParser {
    /// Reads what stands after `FROM`, `UPDATE`, `USING` or `INTO`.
    mutating func parseTables(_ range: Range<Int>, in statement: inout SQLStatement, isTarget: Bool) {
        let saved = (position, limit)
        (position, limit) = (range.lowerBound, range.upperBound)
        defer { (position, limit) = saved }
        var join = SQLTableReference.Join.none
        var isTarget = isTarget
        while position < limit {
            let start = position
            parseTable(join, isTarget: isTarget, &statement)
            parseJoinCondition(&statement)
            if kind(position) == .comma {
                join = .comma
                position += 1
            } else {
                join = parseJoin(&statement)
            }
            // A target is one table; in `UPDATE a JOIN b SET` the first.
            if statement.kind != .truncate { isTarget = false }
            if position <= start { position = next(start) }
        }
    }

    private mutating func parseTable(
        _ join: SQLTableReference.Join, isTarget: Bool, _ statement: inout SQLStatement
    ) {
        while keyword(position) == .lateral || keyword(position) == .only { position += 1 }
        let start = position
        guard let source = parseSource(&statement) else { return }
        var table = SQLTableReference(
            source: source, alias: nil, join: join, isTarget: isTarget, range: ByteRange(0, 0))
        if case .dynamic = source { statement.hasDynamicTables = true }
        skipTableOptions()
        let hasAs = keyword(position) == .as
        if hasAs { position += 1 }
        if isName(position), hasAs || !isTableOption(position) {
            setRole(position, .identifier)
            table.alias = SQLName(text, token: position)
            position += 1
            if kind(position) == .leftParenthesis {
                table.columnAliases = names(in: position)
                position = groupEnd(position) + 1
            }
        } else if hasAs, kind(position) == .hole {
            setRole(position, .identifier)
            statement.hasDynamicTables = true
            position += 1
        }
        skipTableOptions()
        table.range = bytes(span(start, min(position, limit)))
        statement.tables.append(table)
    }

    private mutating func parseSource(_ statement: inout SQLStatement) -> SQLTableReference.Source? {
        if kind(position) == .leftParenthesis {
            let end = groupEnd(position)
            let inner = span(position + 1, max(end, position + 1))
            let isQuery = startsQuery(position)
            position = end + 1
            if isQuery, !inner.isEmpty { return .subquery(parseNested(inner, place: .from, in: &statement)) }
            guard depth < Self.deepest else { return .other }
            depth += 1
            parseTables(inner, in: &statement, isTarget: false)
            depth -= 1
            return nil
        }
        guard let name = parseName(role: .table) else {
            if kind(position) == .string { position += 1 }
            return kind(position) == .word || position >= limit ? nil : .other
        }
        if name.isDynamic { return .dynamic }
        if kind(position) == .leftParenthesis {
            scanGroup(position, .from, &statement)
            position = groupEnd(position) + 1
            return .function(name)
        }
        return .table(name)
    }

    /// A name with at most one qualifier kept; a third part, a catalogue, is dropped.
    mutating func parseName(role: SQLHoleRole) -> SQLQualifiedName? {
        guard isName(position) || kind(position) == .hole || kind(position) == .placeholder else { return nil }
        setRole(position, role)
        var name = SQLQualifiedName(schema: nil, name: SQLName(text, token: position))
        position += 1
        while kind(position) == .dot, position + 1 < limit,
            kind(position + 1) == .word || kind(position + 1).isQuotedName || kind(position + 1) == .hole
                || kind(position + 1) == .placeholder
        {
            setRole(position + 1, role)
            name = SQLQualifiedName(schema: name.name, name: SQLName(text, token: position + 1))
            position += 2
        }
        return name
    }

    private mutating func parseJoinCondition(_ statement: inout SQLStatement) {
        if kind(position) == .hole {
            // `FROM t {where}`: it may hold joins too.
            setRole(position, .clause)
            statement.hasDynamicClauses = true
            statement.hasDynamicTables = true
            position += 1
        }
        if keyword(position) == .on {
            let start = position + 1
            var end = start
            while end < limit, kind(end) != .comma, !isJoin(end) { end = next(end) }
            scanPredicate(span(start, max(start, min(end, limit))), .on, &statement)
            position = max(start, min(end, limit))
        } else if keyword(position) == .using, kind(position + 1) == .leftParenthesis {
            for name in names(in: position + 1) {
                statement.columns.append(
                    SQLColumnReference(qualifier: nil, name: name, clause: .on, isCertain: false))
            }
            position = groupEnd(position + 1) + 1
        }
    }

    /// The words of a join; the position is after them, or after a token that is none.
    private mutating func parseJoin(_ statement: inout SQLStatement) -> SQLTableReference.Join {
        var join = SQLTableReference.Join.inner
        while position < limit {
            switch keyword(position) {
            case .left: join = .left
            case .right: join = .right
            case .full: join = .full
            case .cross: join = .cross
            case .natural, .inner, .outer: break
            case .join, .straight_join:
                position += 1
                return join
            default:
                setRole(position, .clause)
                if kind(position) == .hole {
                    statement.hasDynamicClauses = true
                    statement.hasDynamicTables = true
                }
                position = next(position)
                return .inner
            }
            position += 1
        }
        return join
    }

    private func isJoin(_ token: Int) -> Bool {
        switch keyword(token) {
        case .join, .straight_join, .cross, .natural, .inner, .full: true
        case .left, .right: kind(token + 1) != .leftParenthesis
        default: false
        }
    }

    /// `USE INDEX (..)`, `INDEXED BY`, `TABLESAMPLE x (..)`, `WITH ORDINALITY`, `PARTITION (..)`.
    private mutating func skipTableOptions() {
        while position < limit, isTableOption(position) {
            position += 1
            while position < limit, kind(position) == .word, keyword(position) != .as, !isJoin(position),
                keyword(position) == .by || keyword(position) == .index || keyword(position) == .key
                    || keyword(position) == .ordinality || keyword(position - 1) == .by
                    || kind(position + 1) == .leftParenthesis
            {
                position += 1
            }
            if kind(position) == .leftParenthesis { position = groupEnd(position) + 1 }
        }
    }

    private func isTableOption(_ token: Int) -> Bool {
        switch keyword(token) {
        case .use, .force, .ignore: keyword(token + 1) == .index || keyword(token + 1) == .key
        case .with: keyword(token + 1) == .ordinality
        case .tablesample: true
        case .partition: kind(token + 1) == .leftParenthesis
        case .none: keyword(token + 1) == .by && isName(token)
        case .not: false
        default: false
        }
    }
}
