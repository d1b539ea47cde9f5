import SourceText

/// Reads clauses from tokens. Total: what it does not know it steps over. Linear: a group in parentheses is crossed in one
/// step by everything but its own reader. Bounded: a group nested deeper than `deepest` is stepped over.
struct SQLParser {
    let text: SQLText
    let tokens: SQLTokens
    /// By opening parenthesis, the token that closes it, or the one that ends its statement.
    let closers: [Int32]

    var statements: [SQLStatement] = []
    var topLevel: [Int] = []
    var roles: [Int: SQLHoleRole] = [:]

    /// The token to read next.
    var position = 0
    /// One past the last token of the statement or group that is read.
    var limit = 0
    /// The statement that is read, as an index.
    var current: Int?
    var depth = 0
    /// What the text lets one guess, once it has been asked.
    var dialect: SQLDialect?

    static let deepest = 60

    init(text: SQLText) {
        self.text = text
        tokens = text.tokens
        closers = Self.matchParentheses(text.tokens)
    }

    mutating func run() {
        var start = 0
        while start < tokens.count {
            let end = statementEnd(start)
            if end > start {
                let index = parseStatement(span(start, end), place: .top)
                topLevel.append(index)
            }
            start = end + 1
        }
    }

    /// The end of the statement that starts at a token. The body of a trigger or procedure is a part of it.
    private func statementEnd(_ start: Int) -> Int {
        var end = start
        while end < tokens.count, tokens.kinds[end] != .semicolon { end += 1 }
        guard tokens.keywords[start] == .create, hasBody(span(start, end)) else { return end }
        var index = start
        var open = 0
        while index < tokens.count {
            switch tokens.keywords[index] {
            case .begin: open += 1
            case .case where keyword(index - 1) != .end: open += 1
            case .end where !endsLoop(index + 1): open -= 1
            default: break
            }
            if tokens.kinds[index] == .semicolon, open <= 0 { return index }
            index += 1
        }
        return index
    }

    /// Whether a definition opens a `BEGIN` in its first part.
    private func hasBody(_ range: Range<Int>) -> Bool {
        let header = range.prefix(8)
        guard header.contains(where: { [.trigger, .function, .procedure, .event].contains(tokens.keywords[$0]) })
        else { return false }
        return range.contains { tokens.keywords[$0] == .begin }
    }

    /// `END IF`, `END LOOP`, `END WHILE`: what they end is not counted.
    private func endsLoop(_ token: Int) -> Bool {
        token < tokens.count && tokens.kinds[token] == .word && tokens.keywords[token] != .case
            && (tokens.keywords[token] == .if || tokens.keywords[token] == .none && tokens.range(token).count > 3)
    }

    private static func matchParentheses(_ tokens: SQLTokens) -> [Int32] {
        var closers = [Int32](repeating: 0, count: tokens.count)
        var open: [Int] = []
        for token in 0..<tokens.count {
            switch tokens.kinds[token] {
            case .leftParenthesis: open.append(token)
            case .rightParenthesis:
                if let opener = open.popLast() { closers[opener] = Int32(truncatingIfNeeded: token) }
            case .semicolon:
                for opener in open { closers[opener] = Int32(truncatingIfNeeded: token) }
                open.removeAll(keepingCapacity: true)
            default: break
            }
        }
        for opener in open { closers[opener] = Int32(truncatingIfNeeded: tokens.count) }
        return closers
    }

    // MARK: Statements

    /// Reads the tokens of a range as one statement and returns its index. The position is left where it was.
    mutating func parseStatement(_ range: Range<Int>, place: SQLStatement.Place) -> Int {
        let saved = (position, limit, current)
        let index = statements.count
        var statement = SQLStatement(
            tokens: range, range: bytes(range), parent: current, place: place)
        statements.append(statement)
        (position, limit, current) = (range.lowerBound, range.upperBound, index)
        depth += 1
        if depth <= Self.deepest { parseBody(&statement) }
        depth -= 1
        statements[index] = statement
        (position, limit, current) = saved
        return index
    }

    /// Reads a query inside the statement that is being read.
    mutating func parseNested(
        _ range: Range<Int>, place: SQLStatement.Place, in statement: inout SQLStatement
    ) -> Int {
        let index = parseStatement(range, place: place)
        statement.nested.append(index)
        return index
    }

    private mutating func parseBody(_ statement: inout SQLStatement) {
        if keyword(position) == .explain {
            statement.isExplained = true
            position += 1
            if kind(position) == .leftParenthesis { position = groupEnd(position) + 1 }
            while position < limit, !keyword(position).startsStatement || keyword(position) == .analyze {
                position += 1
            }
        }
        if keyword(position) == .with { parseCommonTables(&statement) }
        switch keyword(position) {
        case .select: parseQuery(&statement)
        case .values: parseQuery(&statement)
        case .insert: parseInsert(&statement, kind: .insert)
        case .replace: parseInsert(&statement, kind: .replace)
        case .merge: parseMerge(&statement)
        case .update: parseUpdate(&statement)
        case .delete: parseDelete(&statement)
        case .create, .alter, .drop, .rename: parseDefinition(&statement)
        case .truncate: parseTruncate(&statement)
        case .none where kind(position) == .leftParenthesis && startsQuery(position):
            parseQuery(&statement)
        case .none where kind(position) == .hole:
            setRole(position, position + 1 == limit ? .statement : .clause)
            position += 1
            statement.hasDynamicClauses = true
        default: parseCommand(&statement)
        }
        for token in span(position, max(position, limit)) where isDynamic(token) && roles[token] == nil {
            setRole(token, kind(token) == .string ? .quotedString : .unknown)
        }
    }

    /// `WITH a AS (..), b AS (..)`.
    private mutating func parseCommonTables(_ statement: inout SQLStatement) {
        position += 1
        if keyword(position) == .recursive { position += 1 }
        while position < limit, isName(position) || kind(position) == .hole {
            setRole(position, .identifier)
            var table = SQLCommonTable(name: SQLName(text, token: position), columns: [], statement: nil)
            position += 1
            if kind(position) == .leftParenthesis {
                table.columns = names(in: position)
                position = groupEnd(position) + 1
            }
            guard keyword(position) == .as else { break }
            position += 1
            while keyword(position) == .not || keyword(position) == .materialized { position += 1 }
            if kind(position) == .leftParenthesis {
                let end = groupEnd(position)
                if position + 1 < end {
                    table.statement = parseNested(span(position + 1, end), place: .commonTable, in: &statement)
                }
                position = end + 1
            }
            statement.commonTables.append(table)
            guard kind(position) == .comma else { break }
            position += 1
        }
        while position < limit, !keyword(position).startsStatement, kind(position) != .hole,
            kind(position) != .leftParenthesis
        {
            position += 1
        }
    }

    private mutating func parseTruncate(_ statement: inout SQLStatement) {
        statement.kind = .truncate
        position += 1
        while keyword(position) == .table || keyword(position) == .only { position += 1 }
        let options = span(min(position + 1, limit), limit).first(where: startsTruncateOption) ?? limit
        parseTables(span(position, options), in: &statement, isTarget: true)
        position = limit
    }

    /// `RESTART IDENTITY`, `CONTINUE IDENTITY`, `CASCADE`, `RESTRICT` behind the tables that are emptied.
    private func startsTruncateOption(_ token: Int) -> Bool {
        guard tokens.kinds[token] == .word, ![.comma, .dot].contains(tokens.kinds[token - 1]) else { return false }
        let word = SQLName(text, token: token).folded
        return ["restart", "continue", "cascade", "restrict"].contains { word.elementsEqual($0.utf8) }
    }

    private mutating func parseCommand(_ statement: inout SQLStatement) {
        switch keyword(position) {
        case .begin, .start: statement.kind = .begin
        case .commit: statement.kind = .commit
        case .rollback, .abort: statement.kind = .rollback
        case .end where position + 1 >= limit || keyword(position + 1) == .transaction: statement.kind = .commit
        case .savepoint: statement.kind = .savepoint
        case .release: statement.kind = .releaseSavepoint
        case .pragma: statement.kind = .pragma
        case .set: statement.kind = .set
        default: statement.kind = .other
        }
        for token in span(position, limit) {
            switch keyword(token) {
            case .immediate, .exclusive, .serializable: statement.isLockingTransaction = true
            case .to where statement.kind == .rollback: statement.kind = .savepoint
            default: break
            }
        }
        if statement.kind == .savepoint || statement.kind == .releaseSavepoint {
            for token in span(position, limit) { setRole(token, .identifier) }
        }
    }

    // MARK: Tokens

    func kind(_ token: Int) -> SQLTokenKind { token < limit ? tokens.kinds[token] : .semicolon }
    func keyword(_ token: Int) -> SQLKeyword { token < limit && token >= 0 ? tokens.keywords[token] : .none }

    /// The token that closes a group, no further than the limit.
    func groupEnd(_ token: Int) -> Int { min(Int(closers[token]), limit) }

    /// The tokens from one to before another; none where the first is already beyond.
    func span(_ start: Int, _ end: Int) -> Range<Int> { min(start, end)..<end }

    /// The token after this one, with a group in parentheses taken as one.
    func next(_ token: Int) -> Int { kind(token) == .leftParenthesis ? groupEnd(token) + 1 : token + 1 }

    func isName(_ token: Int) -> Bool {
        guard token < limit else { return false }
        return tokens.kinds[token].isQuotedName || tokens.kinds[token] == .word && !tokens.keywords[token].isReserved
    }

    /// Whether the group that opens here holds a query, in however many parentheses, but not beyond reason.
    func startsQuery(_ token: Int) -> Bool {
        var index = token
        while index < limit, index < token + 8, tokens.kinds[index] == .leftParenthesis { index += 1 }
        guard index > token else { return false }
        // `GREATEST((SELECT ..), (SELECT ..))` is given a list of queries.
        if index > token + 1, kind(groupEnd(token + 1) + 1) == .comma { return false }
        return keyword(index) == .select || keyword(index) == .with || keyword(index) == .values
    }

    func bytes(_ range: Range<Int>) -> ByteRange {
        guard !range.isEmpty, range.upperBound <= tokens.count else {
            let end = tokens.ends.last.map(Int.init) ?? 0
            let start = range.lowerBound < tokens.count ? Int(tokens.starts[range.lowerBound]) : end
            return ByteRange(start, start)
        }
        return ByteRange(Int(tokens.starts[range.lowerBound]), Int(tokens.ends[range.upperBound - 1]))
    }

    /// The names between a parenthesis and its end, one after each comma; anything after an expression is left out.
    mutating func names(in group: Int) -> [SQLName] {
        var names: [SQLName] = []
        let end = groupEnd(group)
        var index = group + 1
        while index < end {
            setRole(index, .column)
            if isName(index) || kind(index) == .hole { names.append(SQLName(text, token: index)) }
            while index < end, kind(index) != .comma { index = next(index) }
            index += 1
        }
        return names
    }

    // MARK: Roles

    func isDynamic(_ token: Int) -> Bool {
        guard token < tokens.count else { return false }
        return tokens.kinds[token] == .hole || tokens.kinds[token] == .placeholder
            || tokens.flags[token].contains(.holed)
    }

    /// Notes what a hole or placeholder stands for. Quotes around a hole count for more than where they stand.
    mutating func setRole(_ token: Int, _ role: SQLHoleRole) {
        guard token < limit, isDynamic(token) else { return }
        switch tokens.kinds[token] {
        case .string: roles[token] = role == .likePattern ? .likePattern : .quotedString
        case .doubleQuoted, .quotedName: roles[token] = .quotedIdentifier
        case .placeholder where tokens.flags[token].contains(.holed): roles[token] = .placeholder
        case .word where role == .value: roles[token] = .column
        default: roles[token] = role
        }
    }
}
