import SourceText

/// Expressions: what columns, queries, aggregates and holes are in them. No tree is built.
extension SQLParser {
    /// Expressions between commas.
    mutating func scanList(
        _ range: Range<Int>, _ clause: SQLClause, role: SQLHoleRole, _ statement: inout SQLStatement
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, kind(end) != .comma { end = next(end) }
            scanExpression(span(start, min(end, range.upperBound)), clause, role: role, &statement)
            start = end + 1
        }
    }

    /// The group that a parenthesis opens.
    mutating func scanGroup(
        _ token: Int, _ clause: SQLClause, role: SQLHoleRole = .value, _ statement: inout SQLStatement
    ) {
        let end = groupEnd(token)
        guard token + 1 < end else { return }
        if startsQuery(token) {
            let place: SQLStatement.Place =
                keyword(token - 1) == .in ? .inList : keyword(token - 1) == .exists ? .exists : .expression
            _ = parseNested(span(token + 1, end), place: place, in: &statement)
            return
        }
        guard depth < Self.deepest else { return }
        depth += 1
        scanExpression(span(token + 1, end), clause, role: role, &statement)
        depth -= 1
    }

    mutating func scanExpression(
        _ range: Range<Int>, _ clause: SQLClause, role: SQLHoleRole, _ statement: inout SQLStatement
    ) {
        var index = range.lowerBound
        let end = min(range.upperBound, limit)
        while index < end {
            let start = index
            switch tokens.kinds[index] {
            case .leftParenthesis:
                let isList = keyword(index - 1) == .in
                scanGroup(index, clause, role: isList ? .inList : role == .value ? .value : role, &statement)
                index = groupEnd(index) + 1
            case .hole, .placeholder:
                let holeRole = self.holeRole(index, in: range, role, clause)
                setRole(index, holeRole)
                if holeRole == .clause { statement.hasDynamicClauses = true }
                index += 1
                if kind(index) == .dot, index + 1 < end, kind(index + 1) == .star || isName(index + 1) { index += 2 }
            case .string:
                setRole(index, isPattern(index, in: range) ? .likePattern : .quotedString)
                index += 1
            case .cast:
                index = skipType(index + 1)
            case .word, .doubleQuoted, .quotedName:
                index = scanWord(index, end, clause, &statement)
            default:
                index += 1
            }
            index = max(index, start + 1)
        }
    }

    /// A keyword, a function call or a column.
    private mutating func scanWord(
        _ start: Int, _ end: Int, _ clause: SQLClause, _ statement: inout SQLStatement
    ) -> Int {
        guard isName(start) else {
            switch keyword(start) {
            case .as: return skipType(start + 1)
            case .left, .right, .values: break
            default: return start + 1
            }
            return kind(start + 1) == .leftParenthesis ? scanCall(start, start + 1, clause, &statement) : start + 1
        }
        if keyword(start) == .partition, keyword(start + 1) == .by { return start + 2 }
        if keyword(start) == .interval { return skipInterval(start, end) }
        var index = start
        var qualifier: Int?
        while kind(index + 1) == .dot, index + 2 < end {
            let part = kind(index + 2)
            guard part == .word || part.isQuotedName || part == .hole else { break }
            setRole(index, .table)
            qualifier = index
            index += 2
        }
        if index + 1 < end, kind(index + 1) == .leftParenthesis, !tokens.kinds[index].isQuotedName || qualifier != nil {
            setRole(index, .identifier)
            return scanCall(index, index + 1, clause, &statement)
        }
        if qualifier == nil, isTextInDoubleQuotes(index, clause) {
            roles[index] = .quotedString
        } else {
            setRole(index, .column)
        }
        if kind(index + 1) == .string, index + 1 < end { return index + 1 }
        let name = SQLName(text, token: index)
        guard !name.isDynamic else { return index + 1 }
        let reference = SQLColumnReference(
            qualifier: qualifier.map { SQLName(text, token: $0) }, name: name, clause: clause,
            isCertain: isCertainColumn(start, index, end))
        statement.columns.append(reference)
        return index + 1
    }

    /// Whether double quotes around a hole hold a text, as MySQL and SQLite allow, and no name: they stand where a value is
    /// compared, assigned or listed, `name = "{}"`, `VALUES ("{}")`. Where nobody says otherwise PostgreSQL is not meant.
    private mutating func isTextInDoubleQuotes(_ token: Int, _ clause: SQLClause) -> Bool {
        guard tokens.kinds[token] == .doubleQuoted, tokens.flags[token].contains(.holed), kind(token + 1) != .dot,
            clause == .values || isBehindComparison(token) && [.where, .having, .set].contains(clause)
        else { return false }
        let dialect = dialect ?? SQLDialect.guess(text)
        self.dialect = dialect
        return dialect != .postgreSQL
    }

    private func isBehindComparison(_ token: Int) -> Bool {
        token > 0 && (tokens.kinds[token - 1] == .comparison || keyword(token - 1) == .like)
    }

    /// A function's arguments, and `FILTER`, `OVER`, `WITHIN GROUP` after them.
    private mutating func scanCall(
        _ name: Int, _ group: Int, _ clause: SQLClause, _ statement: inout SQLStatement
    ) -> Int {
        let end = groupEnd(group)
        scanGroup(group, clause, &statement)
        // `SUM(«column»)`: nobody adds up a parameter.
        let argument = keyword(group + 1) == .distinct ? group + 2 : group + 1
        if keyword(name).isAggregate, argument + 1 == end, kind(argument) == .hole { setRole(argument, .column) }
        var index = end + 1
        if keyword(index) == .within { index += 2 }
        if keyword(index - 1) == .group, kind(index) == .leftParenthesis {
            scanGroup(index, clause, &statement)
            index = groupEnd(index) + 1
        }
        if keyword(index) == .filter, kind(index + 1) == .leftParenthesis {
            let filterEnd = groupEnd(index + 1)
            scanGroup(index + 1, clause, &statement)
            index = filterEnd + 1
        }
        if keyword(index) == .over {
            statement.hasWindowFunction = true
            if kind(index + 1) == .leftParenthesis {
                scanGroup(index + 1, .window, role: .column, &statement)
                return groupEnd(index + 1) + 1
            }
            return index + 2
        }
        // `max(a, b)` of SQLite is no aggregate.
        let isExtreme = keyword(name) == .min || keyword(name) == .max
        if keyword(name).isAggregate, !isExtreme || !hasComma(group) {
            statement.aggregates.append(
                SQLAggregate(
                    function: keyword(name), isCountStar: keyword(name) == .count && kind(group + 1) == .star,
                    clause: clause, range: bytes(span(name, min(end + 1, limit)))))
        }
        return index
    }

    private func hasComma(_ group: Int) -> Bool {
        var index = group + 1
        let end = groupEnd(group)
        while index < end {
            if kind(index) == .comma { return true }
            index = next(index)
        }
        return false
    }

    // MARK: What a name or a hole is

    /// Whether a name can be nothing but a column: an operand's neighbours are around it, and it is not one of the words
    /// that a function's own syntax holds.
    private func isCertainColumn(_ start: Int, _ name: Int, _ end: Int) -> Bool {
        if tokens.flags[name].contains(.holed) { return false }
        if start == name, SQLBuiltinNames.contains(SQLName(text, token: name).folded) { return false }
        let before = start - 1
        let isBeforeOperand: Bool
        switch before >= 0 ? tokens.kinds[before] : .comma {
        case .comma, .operator, .comparison, .star, .leftParenthesis: isBeforeOperand = true
        case .word: isBeforeOperand = keyword(before).isReserved && keyword(before) != .as
        default: isBeforeOperand = false
        }
        guard isBeforeOperand else { return false }
        guard name + 1 < end else { return true }
        switch tokens.kinds[name + 1] {
        case .comma, .operator, .comparison, .star, .rightParenthesis, .cast: return true
        case .word:
            // Within a call, `FROM`, `FOR` and `IN` follow words such as `year`.
            let word = keyword(name + 1)
            return word.isReserved && ![.from, .for, .using].contains(word) || word == .nulls
        default: return false
        }
    }

    private func holeRole(
        _ token: Int, in range: Range<Int>, _ role: SQLHoleRole, _ clause: SQLClause
    ) -> SQLHoleRole {
        if kind(token + 1) == .dot { return .table }
        if token > range.lowerBound {
            if tokens.kinds[token - 1] == .dot { return .column }
            if keyword(token - 1) == .in { return .inList }
            if keyword(token - 1) == .as { return .identifier }
            if isPattern(token, in: range) { return .value }
            if role == .column, tokens.kinds[token - 1] == .comparison { return .value }
        }
        guard tokens.kinds[token] == .hole else { return role }
        let followsOperand = token > range.lowerBound && endsOperand(token - 1)
        if followsOperand {
            if role == .orderBy { return .direction }
            return token + 1 < range.upperBound && startsOperand(token + 1) ? .operator : .clause
        }
        if kind(token + 1) == .leftParenthesis, tokens.flags[token + 1].isDisjoint(with: .spaceBefore) {
            return .identifier
        }
        let isOperandOfPredicate = clause == .where || clause == .on || clause == .having
        if role == .value, isOperandOfPredicate, startsPredicateOperator(token + 1, range.upperBound) { return .column }
        return role
    }

    /// Whether the token is what `LIKE` is followed by, directly or after a concatenation.
    private func isPattern(_ token: Int, in range: Range<Int>) -> Bool {
        var index = token - 1
        while index > range.lowerBound, index > token - 6 {
            switch keyword(index) {
            case .like, .ilike, .glob, .rlike, .regexp, .similar: return true
            default: break
            }
            let kind = tokens.kinds[index]
            guard kind == .operator || kind == .string || kind == .placeholder || kind == .leftParenthesis else {
                break
            }
            index -= 1
        }
        switch keyword(max(index, range.lowerBound)) {
        case .like, .ilike, .glob, .rlike, .regexp, .similar: return true
        case .to: return keyword(index - 1) == .similar
        default: return false
        }
    }

    private func startsPredicateOperator(_ token: Int, _ end: Int) -> Bool {
        guard token < end else { return false }
        switch keyword(token) {
        case .in, .like, .ilike, .is, .between: return true
        case .not: return true
        default: return kind(token) == .comparison
        }
    }

    private func endsOperand(_ token: Int) -> Bool {
        switch kind(token) {
        case .number, .string, .placeholder, .hole, .rightParenthesis, .rightBracket: true
        case .word: isName(token) || [.null, .true, .false, .end].contains(keyword(token))
        case .doubleQuoted, .quotedName: true
        default: false
        }
    }

    private func startsOperand(_ token: Int) -> Bool {
        switch kind(token) {
        case .number, .string, .placeholder, .hole, .leftParenthesis, .doubleQuoted, .quotedName: true
        case .word: isName(token) || [.null, .true, .false, .case].contains(keyword(token))
        default: false
        }
    }

    // MARK: Types and intervals

    /// A type after `::` or `AS`: its name, parameters and brackets. After `AS` an alias is stepped over the same way.
    mutating func skipType(_ start: Int) -> Int {
        setRole(start, .identifier)
        var index = start + 1
        while kind(index) == .dot {
            setRole(index + 1, .identifier)
            index += 2
        }
        while kind(index) == .word, [.with, .without, .time, .zone].contains(keyword(index)) || isTypeWord(index) {
            index += 1
        }
        if kind(index) == .leftParenthesis { index = groupEnd(index) + 1 }
        while kind(index) == .leftBracket || kind(index) == .rightBracket
            || kind(index) == .number && kind(index - 1) == .leftBracket
        {
            index += 1
        }
        return index
    }

    /// `precision` and `varying`.
    private func isTypeWord(_ token: Int) -> Bool {
        let word = SQLName(text, token: token).folded
        return word == [UInt8]("precision".utf8) || word == [UInt8]("varying".utf8)
    }

    /// `INTERVAL '1 day'`, `INTERVAL 7 DAY`, `INTERVAL ? HOUR`. Number and unit together are no value: `INTERVAL {days}`.
    private mutating func skipInterval(_ start: Int, _ end: Int) -> Int {
        guard start + 1 < end, endsOperand(start + 1) || kind(start + 1) == .leftParenthesis else { return start + 1 }
        let unit = next(start + 1)
        let hasUnit = unit < end && (isName(unit) || isDynamic(unit))
        if kind(start + 1) == .string || isDynamic(start + 1) {
            setRole(start + 1, hasUnit || kind(start + 1) != .hole ? .value : .identifier)
        }
        return unit < end && isName(unit) ? unit + 1 : unit
    }
}
