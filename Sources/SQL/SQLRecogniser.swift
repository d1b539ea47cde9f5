/// Tells SQL from sentences that start with one of its words, by the form of the first statement.
///
/// Form alone does not decide: `select name from list` is both. So evidence is counted that a sentence does not hold:
/// comparisons, placeholders, wildcards, literals (`symbols`), and complete further clauses (`clauses`).
/// A statement in capitals needs none, one in small letters needs one, one that starts like a sentence needs a symbol.
struct SQLRecogniser {
    let text: SQLText
    let tokens: SQLTokens
    var index = 0
    /// One past the last token of the first statement.
    let end: Int
    var symbols = 0
    var clauses = 0
    /// A name stands where SQL has an alias and a sentence its next word.
    var hasPlainAlias = false
    /// Whether the first keyword is in capitals.
    var isUpperCase = false

    init(text: SQLText) {
        self.text = text
        tokens = text.tokens
        end = tokens.kinds.firstIndex(of: .semicolon) ?? tokens.count
        while index < end, tokens.kinds[index] == .leftParenthesis { index += 1 }
    }

    func likelihood() -> SQLLikelihood {
        guard index < end, tokens.kinds[index] == .word, keyword(0).startsStatement else { return .none }
        var recogniser = self
        recogniser.isUpperCase = tokens.flags[index].contains(.upperCase)
        guard let judged = recogniser.judge() else { return .none }
        return judged
    }

    private mutating func judge() -> SQLLikelihood? {
        let isCapitalised = tokens.flags[index].contains(.capitalised)
        if keyword(0) == .explain { skipExplain() }
        guard acceptStatement() else { return nil }
        let evidence = isCapitalised ? symbols : symbols + clauses
        if evidence > 0 { return .certain }
        return isUpperCase && !hasPlainAlias ? .certain : .possible
    }

    private mutating func skipExplain() {
        index += 1
        if kind(0) == .leftParenthesis { skipGroup() }
        while index < end, kind(0) == .word, !keyword(0).startsStatement || keyword(0) == .analyze { index += 1 }
    }

    private mutating func acceptStatement() -> Bool {
        let first = keyword(0)
        index += 1
        switch first {
        case .select: return acceptSelect()
        case .with: return acceptWith()
        case .insert, .replace, .merge: return acceptInsert(first)
        case .update: return acceptUpdate()
        case .delete: return acceptDelete()
        case .values:
            guard kind(0) == .leftParenthesis else { return false }
            symbols += 1
            return acceptExpressions(allowingAlias: false)
        default:
            index -= 1
            return acceptDefinition()
        }
    }

    // MARK: Queries

    private mutating func acceptSelect() -> Bool {
        skip(while: [.distinct, .all, .straight_join])
        if keyword(0) == .on || keyword(0) == .top {
            clauses += 1
            index += 1
            if kind(0) == .leftParenthesis { skipGroup() } else { index += 1 }
        }
        let first = index
        let symbolsBefore = symbols
        guard index < end, keyword(0) != .from, acceptExpressions(allowingAlias: true) else { return false }
        guard keyword(0) == .from else { return acceptWithoutTables(first, symbolsBefore) }
        // `COUNT(*)` or `t.*` is as telling as a lone wildcard.
        if tokens.kinds[index - 1] == .star { symbols += 1 }
        if index + 1 == end { return isUpperCase || symbols > 0 }
        index += 1
        return acceptTables() && acceptClauses()
    }

    /// `SELECT 1`, `SELECT now()`, `SELECT EXISTS (..)`: each starts with something that is not a plain name.
    private mutating func acceptWithoutTables(_ first: Int, _ symbolsBefore: Int) -> Bool {
        switch tokens.kinds[first] {
        case .number where index == first + 1 && index == end:
            // `select 1` tests a connection; `Select 1` asks a person.
            clauses += 1
            return !tokens.flags[first - 1].contains(.capitalised)
        case .number, .string, .placeholder:
            return isUpperCase && acceptClauses()
        case .word:
            if keywordAt(first) == .case || keywordAt(first) == .exists {
                return symbols > symbolsBefore || isUpperCase
            }
            let isCall =
                first + 1 < end && tokens.kinds[first + 1] == .leftParenthesis
                && !tokens.flags[first + 1].contains(.spaceBefore)
            if isCall, !hasPlainAlias { clauses += 1 }
            return isCall && acceptClauses()
        case .leftParenthesis:
            return first + 1 < end && keywordAt(first + 1) == .select && acceptClauses()
        case .hole:
            // `SELECT {columns} ` whose rest is built elsewhere.
            hasPlainAlias = true
            return isUpperCase && index == end
        default:
            return false
        }
    }

    /// Table references and joins after `FROM`.
    mutating func acceptTables() -> Bool {
        while index < end {
            skip(while: [.lateral, .only])
            guard acceptTable() else { return false }
            if keyword(0) == .on {
                index += 1
                guard acceptExpressions(allowingAlias: false) else { return false }
                clauses += 1
            } else if keyword(0) == .using {
                index += 1
                guard kind(0) == .leftParenthesis else { return kind(0) == .hole }
                skipGroup()
                clauses += 1
            }
            if kind(0) == .comma {
                index += 1
            } else if !skipJoin() {
                return true
            }
        }
        return true
    }

    private mutating func skipJoin() -> Bool {
        let start = index
        skip(while: [.natural, .left, .right, .inner, .outer, .full, .cross])
        guard keyword(0) == .join || keyword(0) == .straight_join else {
            index = start
            return false
        }
        index += 1
        return true
    }

    /// One table: a name, a hole, a subquery or a function call, and its alias.
    private mutating func acceptTable() -> Bool {
        guard index < end else { return true }
        if kind(0) == .leftParenthesis {
            symbols += keyword(1) == .select ? 1 : 0
            skipGroup()
        } else {
            guard acceptName() else { return false }
            if kind(0) == .leftParenthesis, !tokens.flags[index].contains(.spaceBefore) { skipGroup() }
        }
        let hasAs = keyword(0) == .as
        if hasAs { index += 1 }
        if isName(index) {
            if keyword(0).isEnglish, !isLoneLetter(index) { return false }
            if !hasAs { hasPlainAlias = hasPlainAlias || kind(0) == .word }
            index += 1
            if kind(0) == .leftParenthesis { skipGroup() }
        } else if hasAs {
            return index == end
        }
        return true
    }

    /// A name with its qualifiers. Articles and the like are none.
    mutating func acceptName() -> Bool {
        guard isName(index) || kind(0) == .hole || kind(0) == .placeholder else { return false }
        if keyword(0).isEnglish, !isLoneLetter(index) || isName(index + 1) { return false }
        if kind(0).isQuotedName { symbols += 1 }
        // No sentence joins its words so.
        let range = tokens.range(index)
        if text.bytes[range.start..<range.end].contains(UInt8(ascii: "_")) { clauses += 1 }
        index += 1
        while kind(0) == .dot, index + 1 < end, isName(index + 1) || kind(1) == .hole || kind(1) == .star {
            if tokens.flags[index + 1].isDisjoint(with: .spaceBefore) { clauses += 1 }
            index += 2
        }
        return true
    }

    /// What may follow the tables, in any order. A hole stands for the rest.
    mutating func acceptClauses() -> Bool {
        while index < end {
            if kind(0) == .hole { return true }
            if kind(0) == .rightParenthesis {
                index += 1
                continue
            }
            let clause = keyword(0)
            index += 1
            switch clause {
            case .where, .having:
                guard acceptExpressions(allowingAlias: false) else { return false }
            case .group, .order:
                guard keyword(0) == .by else { return false }
                index += 1
                guard index == end || acceptExpressions(allowingAlias: false) else { return false }
                clauses += 1
            case .limit, .offset:
                guard index == end || acceptExpressions(allowingAlias: false) else { return false }
                clauses += 1
            case .for, .fetch, .window, .on, .returning, .row, .rows, .set:
                clauses += 1
                return true
            case .union, .except, .intersect:
                skip(while: [.all, .distinct])
                return index == end || keyword(0) == .select || kind(0) == .leftParenthesis || kind(0) == .hole
            default:
                return false
            }
        }
        return true
    }

    private mutating func acceptWith() -> Bool {
        skip(while: [.recursive])
        guard isName(index) || kind(0) == .hole else { return false }
        index += 1
        if kind(0) == .leftParenthesis { skipGroup() }
        guard keyword(0) == .as else { return false }
        index += 1
        skip(while: [.not, .materialized])
        guard kind(0) == .leftParenthesis else { return false }
        let body = keyword(1)
        symbols += 1
        return index + 1 == end || kind(1) == .hole || body.startsStatement
    }

    // MARK: Writes

    private mutating func acceptInsert(_ verb: SQLKeyword) -> Bool {
        if keyword(0) == .or { index += 2 }
        skip(while: [.low_priority, .delayed, .high_priority, .ignore])
        guard keyword(0) == .into else { return false }
        index += 1
        guard acceptName() else { return false }
        if keyword(0) == .as { index += 1 }
        if isName(index), keyword(0) != .value { index += 1 }
        if verb == .merge { return keyword(0) == .using }
        if index == end || kind(0) == .hole { return isUpperCase }
        if kind(0) == .leftParenthesis {
            let isFirstName = isName(index + 1) || kind(1) == .hole
            skipGroup()
            if index == end || kind(0) == .hole {
                hasPlainAlias = true
                return isFirstName
            }
        }
        if keyword(0) == .values || keyword(0) == .value {
            symbols += kind(1) == .leftParenthesis ? 1 : 0
            return index + 1 == end || kind(1) == .leftParenthesis || kind(1) == .hole || kind(1) == .placeholder
        }
        if keyword(0) == .set {
            index += 1
            return acceptAssignments()
        }
        let isSource = keyword(0) == .select || keyword(0) == .with || keyword(0) == .default || keyword(0) == .table
        clauses += isSource || keyword(0) == .on ? 1 : 0
        return isSource || keyword(0) == .on || kind(0) == .leftParenthesis && keyword(1) == .select
    }

    private mutating func acceptUpdate() -> Bool {
        if keyword(0) == .or { index += 2 }
        skip(while: [.low_priority, .ignore, .only])
        guard acceptTables(), keyword(0) == .set else { return false }
        index += 1
        return acceptAssignments() && acceptAfterAssignments()
    }

    /// The first assignment; those after it are taken as expressions.
    private mutating func acceptAssignments() -> Bool {
        if index == end { return isUpperCase }
        if kind(0) == .hole, keyword(1) == .where || index + 1 == end {
            index += 1
            return true
        }
        if kind(0) == .leftParenthesis {
            skipGroup()
        } else {
            guard acceptName() else { return false }
        }
        if index == end {
            hasPlainAlias = true
            return isUpperCase
        }
        guard kind(0) == .comparison else { return false }
        return acceptExpressions(allowingAlias: false, fromOperator: true)
    }

    private mutating func acceptAfterAssignments() -> Bool {
        if keyword(0) == .from {
            index += 1
            guard acceptTables() else { return false }
        }
        return acceptClauses()
    }

    private mutating func acceptDelete() -> Bool {
        skip(while: [.low_priority, .quick, .ignore])
        if keyword(0) != .from, isName(index), keyword(1) == .from { index += 1 }
        guard keyword(0) == .from else { return false }
        index += 1
        if index == end { return isUpperCase }
        guard acceptTables() else { return false }
        if keyword(0) == .using {
            index += 1
            guard acceptTables() else { return false }
        }
        return acceptClauses()
    }

    // MARK: Tokens

    func kind(_ distance: Int) -> SQLTokenKind { index + distance < end ? tokens.kinds[index + distance] : .error }
    func keyword(_ distance: Int) -> SQLKeyword { keywordAt(index + distance) }
    func keywordAt(_ token: Int) -> SQLKeyword { token < end ? tokens.keywords[token] : .none }

    func isName(_ token: Int) -> Bool {
        guard token < end else { return false }
        return tokens.kinds[token].isQuotedName
            || tokens.kinds[token] == .word && !tokens.keywords[token].isReserved
    }

    /// `a` is an article and the name of many a table in tests.
    func isLoneLetter(_ token: Int) -> Bool {
        keywordAt(token) == .a
    }

    mutating func skip(while words: [SQLKeyword]) {
        while index < end, tokens.kinds[index] == .word, words.contains(tokens.keywords[index]) { index += 1 }
    }

    /// Moves behind the parenthesis that closes the one at the index, or to the end.
    mutating func skipGroup() {
        var depth = 0
        repeat {
            switch tokens.kinds[index] {
            case .leftParenthesis: depth += 1
            case .rightParenthesis: depth -= 1
            default: break
            }
            index += 1
        } while index < end && depth > 0
    }
}
