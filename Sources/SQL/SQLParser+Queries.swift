import SourceText

/// `SELECT` with its clauses and unions.
extension SQLParser {
    /// A query, from its first word to where another statement's clause begins.
    mutating func parseQuery(_ statement: inout SQLStatement) {
        statement.kind = keyword(position) == .values ? .values : .select
        parseArm(&statement)
        while position < limit {
            let word = keyword(position)
            guard word == .union || word == .except || word == .intersect else { break }
            position += 1
            while keyword(position) == .all || keyword(position) == .distinct { position += 1 }
            let end = armEnd(position)
            guard end > position else { break }
            let arm = parseNested(span(position, end), place: .unionArm, in: &statement)
            statement.unionArms.append(arm)
            position = end
        }
        parseClauses(&statement)
    }

    /// Where an arm of a union ends: before the next arm, or before the clauses that hold for the whole.
    private func armEnd(_ start: Int) -> Int {
        var index = start
        while index < limit {
            switch keyword(index) {
            case .union, .except, .intersect: return index
            case .order, .limit, .offset, .fetch, .for, .returning: if isClause(index) { return index }
            case .on where isClause(index): return index
            default: break
            }
            index = next(index)
        }
        return min(index, limit)
    }

    /// One arm: `SELECT ..`, `VALUES ..`, or a query in parentheses.
    private mutating func parseArm(_ statement: inout SQLStatement) {
        if kind(position) == .leftParenthesis {
            let end = groupEnd(position)
            let outer = limit
            depth += 1
            (position, limit) = (position + 1, end)
            if depth <= Self.deepest {
                if keyword(position) == .with || kind(position) == .leftParenthesis {
                    _ = parseNested(span(position, end), place: .from, in: &statement)
                } else {
                    parseQuery(&statement)
                }
            }
            depth -= 1
            (position, limit) = (end + 1, outer)
            return
        }
        if keyword(position) == .values {
            position += 1
            parseRows(&statement)
            return
        }
        position += 1
        parseSelectModifiers(&statement)
        let end = clauseEnd(position)
        statement.items = parseItems(span(position, end), clause: .selectList, in: &statement)
        position = end
        if keyword(position) == .into {
            position = clauseEnd(position + 1)
        }
        if keyword(position) == .from {
            let end = clauseEnd(position + 1)
            parseTables(span(position + 1, end), in: &statement, isTarget: false)
            position = end
        }
        parseArmClauses(&statement)
    }

    private mutating func parseSelectModifiers(_ statement: inout SQLStatement) {
        while position < limit {
            switch keyword(position) {
            case .all, .straight_join, .high_priority:
                position += 1
            case .distinct:
                statement.isDistinct = true
                position += 1
                if keyword(position) == .on, kind(position + 1) == .leftParenthesis {
                    scanGroup(position + 1, .selectList, &statement)
                    position = groupEnd(position + 1) + 1
                }
            case .top where kind(position + 1) == .number || kind(position + 1) == .leftParenthesis:
                let start = kind(position + 1) == .leftParenthesis ? position + 2 : position + 1
                statement.limit = rowLimit(span(start, start + 1), role: .limit, in: &statement)
                position = next(position + 1)
            default: return
            }
        }
    }

    /// `WHERE`, `GROUP BY`, `HAVING`, `WINDOW` of one arm.
    private mutating func parseArmClauses(_ statement: inout SQLStatement) {
        while position < limit {
            switch keyword(position) {
            case .where, .having, .window: parseClause(&statement)
            case .group: parseClause(&statement)
            default: return
            }
        }
    }

    /// All clauses that follow, of a query or of a write.
    mutating func parseClauses(_ statement: inout SQLStatement) {
        while position < limit {
            let start = position
            if kind(position) == .hole {
                setRole(position, .clause)
                statement.hasDynamicClauses = true
                position += 1
            } else if isClause(position) {
                switch keyword(position) {
                case .union, .except, .intersect, .from, .set, .values, .on: return
                default: parseClause(&statement)
                }
            } else {
                return
            }
            if position <= start { position = start + 1 }
        }
    }

    private mutating func parseClause(_ statement: inout SQLStatement) {
        let word = keyword(position)
        var start = position + 1
        let end = clauseEnd(start)
        defer { position = end }
        switch word {
        case .where:
            statement.whereRange = bytes(span(position, end))
            scanPredicate(span(start, end), .where, &statement)
        case .having:
            statement.hasHaving = true
            scanPredicate(span(start, end), .having, &statement)
        case .group:
            if keyword(start) == .by { start += 1 }
            statement.isGrouped = true
            scanList(span(start, end), .groupBy, role: .groupBy, &statement)
        case .order:
            if keyword(start) == .by { start += 1 }
            statement.isOrdered = true
            let first = statement.columns.count
            scanList(span(start, end), .orderBy, role: .orderBy, &statement)
            statement.orderBy += statement.columns[first...].filter { $0.clause == .orderBy }
        case .limit:
            parseLimit(span(start, end), &statement)
        case .offset:
            statement.offset = rowLimit(span(start, end), role: .offset, in: &statement)
        case .fetch:
            // `FETCH FIRST 5 ROWS ONLY`; without a number it is one row.
            let number = start + 1
            statement.limit = rowLimit(span(number, min(number + 1, end)), role: .limit, in: &statement)
            if keyword(number) == .row || keyword(number) == .rows { statement.limit?.literal = 1 }
        case .for:
            if keyword(start) == .share || keyword(start + 1) == .share { statement.lock = .share }
            if span(start, min(start + 3, end)).contains(where: { keyword($0) == .update }) { statement.lock = .update }
        case .returning:
            statement.returning = parseItems(span(start, end), clause: .returning, in: &statement)
        case .window:
            scanExpression(span(start, end), .window, role: .value, &statement)
        default:
            break
        }
    }

    /// `LIMIT n`, `LIMIT n OFFSET m` is read elsewhere, `LIMIT offset, n` of MySQL.
    private mutating func parseLimit(_ range: Range<Int>, _ statement: inout SQLStatement) {
        if let comma = range.first(where: { kind($0) == .comma }) {
            statement.offset = rowLimit(span(range.lowerBound, comma), role: .offset, in: &statement)
            statement.limit = rowLimit(span(comma + 1, range.upperBound), role: .limit, in: &statement)
        } else if keyword(range.lowerBound) != .all {
            statement.limit = rowLimit(range, role: .limit, in: &statement)
        }
    }

    private mutating func rowLimit(
        _ range: Range<Int>, role: SQLHoleRole, in statement: inout SQLStatement
    ) -> SQLRowLimit? {
        guard !range.isEmpty, range.lowerBound < limit else { return nil }
        let end = (range.first { keyword($0) == .row || keyword($0) == .rows }) ?? range.upperBound
        let clause: SQLClause = role == .limit ? .limit : .offset
        scanExpression(span(range.lowerBound, max(end, range.lowerBound)), clause, role: role, &statement)
        return SQLRowLimit(
            literal: end == range.lowerBound + 1 ? integer(range.lowerBound) : nil,
            operand: operand(span(range.lowerBound, max(end, range.lowerBound)), clause), range: bytes(range))
    }

    /// The value of a decimal number, if it has no more than 18 digits.
    private func integer(_ token: Int) -> Int? {
        let range = tokens.range(token)
        guard kind(token) == .number, range.count <= 18 else { return nil }
        var value = 0
        for byte in text.bytes[range.start..<range.end] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// `VALUES (..), (..)` after the word.
    mutating func parseRows(_ statement: inout SQLStatement) {
        while position < limit {
            switch kind(position) {
            case .leftParenthesis:
                let end = groupEnd(position)
                let isWholeRow =
                    end == position + 2 && kind(position + 1) == .hole && statement.insertColumns.count != 1
                scanExpression(
                    span(position + 1, end), .values, role: isWholeRow ? .valueList : .value, &statement)
                position = end + 1
            case .hole, .placeholder:
                setRole(position, .valueList)
                position += 1
            case .comma:
                position += 1
            default:
                return
            }
        }
    }

    // MARK: Clause boundaries

    /// The first token at or after the given one that starts a clause, or the limit.
    func clauseEnd(_ start: Int) -> Int {
        var index = start
        while index < limit, !isClause(index) { index = next(index) }
        return min(max(index, start), limit)
    }

    /// Whether a word starts a clause where it stands.
    func isClause(_ token: Int) -> Bool {
        guard token < limit, tokens.kinds[token] == .word else { return false }
        let word = tokens.keywords[token]
        guard word != .none, token == 0 || tokens.kinds[token - 1] != .dot else { return false }
        let following = keyword(token + 1)
        switch word {
        case .where, .having, .union, .except, .intersect, .returning, .set, .into: return true
        case .values:
            // In `ON DUPLICATE KEY UPDATE a = VALUES(a)` it is a function.
            let previous = token > 0 ? tokens.kinds[token - 1] : .semicolon
            return previous != .comparison && previous != .operator && previous != .comma
        case .limit: return true
        case .from: return !(keyword(token - 1) == .distinct && [.is, .not].contains(keyword(token - 2)))
        case .group, .order: return following == .by
        case .offset:
            switch kind(token + 1) {
            case .number, .placeholder, .hole, .leftParenthesis: return true
            case .word: return isName(token + 1)
            default: return false
            }
        case .fetch: return following == .first || following == .next
        case .for:
            return following == .update || following == .share || following == .no || following == .key
        case .window: return isName(token + 1) && keyword(token + 2) == .as
        case .on: return following == .conflict || following == .duplicate
        default: return false
        }
    }
}
