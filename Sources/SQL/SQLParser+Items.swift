import SourceText

/// Select lists.
extension SQLParser {
    mutating func parseItems(
        _ range: Range<Int>, clause: SQLClause, in statement: inout SQLStatement
    ) -> [SQLSelectItem] {
        var items: [SQLSelectItem] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, kind(end) != .comma { end = next(end) }
            end = min(end, range.upperBound)
            if end > start { items.append(parseItem(span(start, end), clause, &statement)) }
            start = end + 1
        }
        return items
    }

    private mutating func parseItem(
        _ range: Range<Int>, _ clause: SQLClause, _ statement: inout SQLStatement
    ) -> SQLSelectItem {
        let (expression, alias) = splitAlias(range)
        var item = SQLSelectItem(
            kind: .expression, outputName: alias.map { SQLName(text, token: $0) }, range: bytes(range))
        if let alias { setRole(alias, .identifier) }
        let first = expression.lowerBound
        if expression.count == 1, kind(first) == .star {
            item.kind = .star
            return item
        }
        if expression.count >= 3, kind(expression.upperBound - 1) == .star, kind(expression.upperBound - 2) == .dot {
            setRole(expression.upperBound - 3, .table)
            item.kind = .qualifiedStar(SQLName(text, token: expression.upperBound - 3))
            return item
        }
        if expression.count == 1, kind(first) == .hole {
            setRole(first, .selectList)
            item.kind = .hole
            return item
        }
        let aggregates = statement.aggregates.count
        scanExpression(expression, clause, role: .value, &statement)
        if let column = column(expression, clause) {
            item.kind = .column(column)
            if item.outputName == nil { item.outputName = column.name }
        } else if statement.aggregates.count > aggregates {
            item.kind = .aggregate(statement.aggregates[aggregates].function)
        }
        return item
    }

    /// The expression and the token of its alias, with `AS` or without.
    private func splitAlias(_ range: Range<Int>) -> (Range<Int>, Int?) {
        let last = range.upperBound - 1
        guard range.count >= 2, isName(last) || kind(last) == .hole || kind(last) == .string else {
            return (range, nil)
        }
        let before = last - 1
        if keyword(before) == .as { return (span(range.lowerBound, before), last) }
        guard isName(last), keyword(last) != .zone, keyword(before - 1) != .interval else { return (range, nil) }
        switch kind(before) {
        case .rightParenthesis, .rightBracket, .number, .string, .quotedName, .doubleQuoted, .placeholder, .hole:
            return (span(range.lowerBound, last), last)
        case .word where isName(before) || [.end, .null, .true, .false].contains(keyword(before)):
            // `INTERVAL 1 DAY` and `x::double precision` end in a word that is no alias.
            let isType = before > range.lowerBound && kind(before - 1) == .cast
            return isType ? (range, nil) : (span(range.lowerBound, last), last)
        default:
            return (range, nil)
        }
    }
}
