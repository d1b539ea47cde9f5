import SourceText

/// Conditions: conjunctions, and comparisons of columns.
extension SQLParser {
    mutating func scanPredicate(
        _ range: Range<Int>, _ clause: SQLClause, isConjunct: Bool = true, _ statement: inout SQLStatement
    ) {
        let parts = split(range)
        let isConjunct = isConjunct && !parts.hasOr
        for part in parts.ranges where !part.isEmpty { scanPart(part, clause, isConjunct, &statement) }
    }

    /// The parts between `AND` and `OR` of one level.
    private func split(_ range: Range<Int>) -> (ranges: [Range<Int>], hasOr: Bool) {
        var ranges: [Range<Int>] = []
        var hasOr = false
        var start = range.lowerBound
        var index = start
        var cases = 0
        var isBetween = false
        while index < range.upperBound {
            switch keyword(index) {
            case .case: cases += 1
            case .end: cases = max(0, cases - 1)
            case .between: isBetween = true
            case .and where cases == 0:
                if isBetween {
                    isBetween = false
                } else {
                    ranges.append(span(start, index))
                    start = index + 1
                }
            case .or where cases == 0, .xor where cases == 0:
                hasOr = true
                isBetween = false
                ranges.append(span(start, index))
                start = index + 1
            default: break
            }
            index = next(index)
        }
        ranges.append(span(start, max(start, range.upperBound)))
        return (ranges, hasOr)
    }

    private mutating func scanPart(
        _ part: Range<Int>, _ clause: SQLClause, _ isConjunct: Bool, _ statement: inout SQLStatement
    ) {
        var part = part
        var isConjunct = isConjunct
        while keyword(part.lowerBound) == .not, part.count > 1, keyword(part.lowerBound + 1) != .exists {
            part = span(part.lowerBound + 1, part.upperBound)
            isConjunct = false
        }
        let first = part.lowerBound
        let isGroup = kind(first) == .leftParenthesis && groupEnd(first) + 1 >= part.upperBound && !startsQuery(first)
        if isGroup, depth < Self.deepest {
            depth += 1
            scanPredicate(
                span(first + 1, max(first + 1, groupEnd(first))), clause, isConjunct: isConjunct, &statement)
            depth -= 1
            return
        }
        if part.allSatisfy({ kind($0) == .hole }) {
            setRole(first, .condition)
            for further in part.dropFirst() { setRole(further, .clause) }
            statement.hasDynamicClauses = true
            return
        }
        scanExpression(part, clause, role: .value, &statement)
        if let comparison = comparison(part, clause, isConjunct, statement) { statement.comparisons.append(comparison) }
    }

    /// The comparison that a part is, with a plain column on one side.
    private func comparison(
        _ part: Range<Int>, _ clause: SQLClause, _ isConjunct: Bool, _ statement: SQLStatement
    ) -> SQLComparison? {
        var index = part.lowerBound
        while index < part.upperBound, !isPredicateOperator(index) { index = next(index) }
        guard index < part.upperBound, index > part.lowerBound else { return nil }
        let (comparisonOperator, right) = readOperator(index)
        let rightRange = span(right, max(right, part.upperBound))
        if let column = column(span(part.lowerBound, index), clause) {
            return SQLComparison(
                column: column, operator: comparisonOperator,
                operand: operand(rightRange, clause, nested: statement.nested), operandRange: bytes(rightRange),
                isConjunct: isConjunct, clause: clause)
        }
        guard kind(index) == .comparison, let column = column(rightRange, clause) else { return nil }
        let left = span(part.lowerBound, index)
        return SQLComparison(
            column: column, operator: mirrored(comparisonOperator),
            operand: operand(left, clause, nested: statement.nested), operandRange: bytes(left), isConjunct: isConjunct,
            clause: clause)
    }

    private func mirrored(_ comparison: SQLComparison.Operator) -> SQLComparison.Operator {
        switch comparison {
        case .less: .greater
        case .greater: .less
        default: comparison
        }
    }

    private func isPredicateOperator(_ token: Int) -> Bool {
        switch keyword(token) {
        case .in, .like, .ilike, .is, .between, .rlike, .regexp, .glob, .match, .not, .similar, .isnull, .notnull:
            return isName(token) ? token > 0 && kind(token - 1) != .dot : true
        default: return kind(token) == .comparison
        }
    }

    /// The operator that starts here, and the first token of its right side.
    private func readOperator(_ token: Int) -> (SQLComparison.Operator, Int) {
        var index = token
        var isNegated = keyword(index) == .not
        if isNegated { index += 1 }
        switch keyword(index) {
        case .in: return (isNegated ? .notIn : .in, index + 1)
        case .like, .ilike: return (isNegated ? .notLike : .like, index + 1)
        case .between: return (isNegated ? .other : .between, index + 1)
        case .isnull: return (.isNull, index + 1)
        case .notnull: return (.isNotNull, index + 1)
        case .is:
            index += 1
            if keyword(index) == .not {
                isNegated = true
                index += 1
            }
            guard keyword(index) == .null else { return (.other, index) }
            return (isNegated ? .isNotNull : .isNull, index)
        case .rlike, .regexp, .glob, .match, .similar: return (.match, index + 1)
        default: break
        }
        guard index < limit, kind(index) == .comparison else { return (.other, index) }
        let range = tokens.range(index)
        let first = text.bytes[range.start]
        let second = range.count > 1 ? text.bytes[range.start + 1] : 0
        switch (first, second) {
        case (UInt8(ascii: "="), _): return (.equal, index + 1)
        case (UInt8(ascii: "!"), _), (UInt8(ascii: "<"), UInt8(ascii: ">")): return (.notEqual, index + 1)
        case (UInt8(ascii: "<"), _): return (range.count == 3 ? .equal : .less, index + 1)
        default: return (.greater, index + 1)
        }
    }

    // MARK: Operands

    /// The column that a range is, if it is nothing else.
    func column(_ range: Range<Int>, _ clause: SQLClause) -> SQLColumnReference? {
        guard range.count == 1 || range.count == 3 || range.count == 5, isName(range.lowerBound) else { return nil }
        let last = range.upperBound - 1
        for index in range where (index - range.lowerBound) % 2 == 1 {
            guard kind(index) == .dot else { return nil }
        }
        guard isName(last) || range.count > 1 && kind(last) == .word, !tokens.flags[last].contains(.holed)
        else { return nil }
        let name = SQLName(text, token: last)
        let isPlain = range.count > 1 || !SQLBuiltinNames.contains(name.folded)
        guard isPlain else { return nil }
        let qualifier = range.count > 1 ? SQLName(text, token: last - 2) : nil
        return SQLColumnReference(qualifier: qualifier, name: name, clause: clause, isCertain: true)
    }

    /// What kind of operand a range is.
    func operand(_ range: Range<Int>, _ clause: SQLClause, nested: [Int] = []) -> SQLOperand {
        var range = range
        // A cast does not change what is compared.
        if let cast = range.first(where: { kind($0) == .cast }), cast > range.lowerBound {
            range = span(range.lowerBound, cast)
        }
        guard let first = range.first else { return .expression }
        if range.count == 1 {
            switch kind(first) {
            case .placeholder: return .placeholder
            case .hole: return .hole
            case .string: return tokens.flags[first].contains(.holed) ? .hole : .string
            case .number: return .number
            default: break
            }
            switch keyword(first) {
            case .null: return .null
            case .true, .false: return .boolean
            default: break
            }
        }
        if kind(first) == .leftParenthesis, groupEnd(first) + 1 >= range.upperBound {
            if startsQuery(first) {
                let start = first + 1
                if let index = nested.last(where: { statements[$0].tokens.lowerBound == start }) {
                    return .subquery(index)
                }
                return .expression
            }
            return .list(elementCount(first))
        }
        if let column = column(range, clause) { return .column(column) }
        return .expression
    }

    private func elementCount(_ group: Int) -> Int {
        let end = groupEnd(group)
        guard group + 1 < end else { return 0 }
        var count = 1
        var index = group + 1
        while index < end {
            if kind(index) == .comma { count += 1 }
            index = next(index)
        }
        return count
    }
}
