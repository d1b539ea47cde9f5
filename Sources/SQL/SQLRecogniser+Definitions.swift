/// Definitions and commands. Each form asks for what a sentence does not have at that place.
extension SQLRecogniser {
    mutating func acceptDefinition() -> Bool {
        let verb = keyword(0)
        index += 1
        switch verb {
        case .create: return acceptCreate()
        case .alter: return acceptAlter()
        case .drop: return acceptDrop()
        case .truncate:
            skip(while: [.table, .only])
            return acceptNames() && acceptDropBehaviour()
        case .rename:
            guard keyword(0) == .table else { return false }
            index += 1
            return acceptName() && keyword(0) == .to && isName(index + 1)
        default: return acceptCommand(verb)
        }
    }

    private mutating func acceptCreate() -> Bool {
        if keyword(0) == .or, keyword(1) == .replace {
            index += 2
            clauses += 1
        }
        skip(while: [.temporary, .temp, .unlogged, .virtual, .global, .local, .unique, .materialized, .recursive])
        let object = keyword(0)
        index += 1
        skip(while: [.concurrently])
        let hasCondition = skipIfExists()
        if hasCondition {
            symbols += 1
            // The name is put in by the program.
            if index == end { return true }
        }
        switch object {
        case .table: return acceptName() && acceptTableBody()
        case .index:
            if keyword(0) != .on, !acceptName() { return false }
            guard keyword(0) == .on || index == end && isUpperCase else { return false }
            clauses += 1
            return true
        case .view:
            guard acceptName() else { return false }
            if kind(0) == .leftParenthesis { skipGroup() }
            guard keyword(0) == .as else { return false }
            clauses += 1
            return [.select, .with, .values].contains(keyword(1)) || kind(1) == .leftParenthesis || kind(1) == .hole
        case .function, .procedure, .aggregate:
            guard acceptName(), kind(0) == .leftParenthesis else { return false }
            clauses += 1
            return true
        case .trigger:
            guard acceptName(), [.before, .after, .instead, .delete, .insert, .update].contains(keyword(0))
            else { return false }
            clauses += 1
            return true
        case .type, .domain:
            guard acceptName(), keyword(0) == .as else { return false }
            clauses += 1
            return true
        case .extension, .schema, .sequence, .database, .policy, .publication, .server:
            guard acceptName() else { return false }
            hasPlainAlias = index < end && !hasCondition
            return true
        case .user, .role:
            guard acceptName(), keyword(0) == .with || keyword(0) == .language || index < end && isUpperCase
            else { return false }
            hasPlainAlias = keyword(0) != .with
            return true
        default: return false
        }
    }

    /// `( name type ..`, `AS SELECT`, `LIKE other`, `PARTITION OF`, a hole.
    private mutating func acceptTableBody() -> Bool {
        if index == end || kind(0) == .hole { return isUpperCase }
        switch keyword(0) {
        case .as:
            clauses += 1
            return keyword(1).startsStatement || kind(1) == .leftParenthesis
        case .like, .partition, .using: return isUpperCase
        default: break
        }
        guard kind(0) == .leftParenthesis else { return false }
        index += 1
        if index == end || kind(0) == .hole { return true }
        let isConstraint = keyword(0) == .primary || keyword(0) == .constraint || keyword(0) == .foreign
        guard isName(index) || isConstraint || keyword(0) == .like else { return false }
        let second = kind(1)
        let isTyped = isConstraint || second == .word && !keyword(1).isEnglish || second == .hole
        if isTyped {
            clauses += 1
            // A column with its type is told from a remark in parentheses by what follows the type.
            let third = kind(2)
            if third == .comma || third == .leftParenthesis || keyword(2).isReserved { symbols += 1 }
        }
        return isTyped || isUpperCase && second == .comma
    }

    private mutating func acceptAlter() -> Bool {
        let object = keyword(0)
        index += 1
        if skipIfExists() { symbols += 1 }
        skip(while: [.only])
        switch object {
        case .table:
            guard acceptName() else { return false }
            if index == end { return isUpperCase }
            guard isAlteration(keyword(0)) || kind(0) == .hole else { return false }
            clauses += index + 1 < end ? 1 : 0
            return true
        case .database, .type, .sequence, .schema, .role, .user, .view, .index, .function, .extension, .domain, .policy:
            guard acceptName() else { return false }
            hasPlainAlias = !isAlteration(keyword(0))
            return index < end
        case .materialized, .default: return isUpperCase
        default: return false
        }
    }

    private func isAlteration(_ word: SQLKeyword) -> Bool {
        switch word {
        case .add, .drop, .rename, .alter, .modify, .change, .set, .reset, .owner, .enable, .disable, .validate,
            .attach,
            .detach, .convert, .engine, .auto_increment, .default, .force, .cluster, .replace, .character, .no, .with,
            .partition, .inherits, .comment, .reindex, .order:
            true
        default: false
        }
    }

    private mutating func acceptDrop() -> Bool {
        skip(while: [.materialized, .temporary])
        switch keyword(0) {
        case .table, .view, .index, .sequence, .schema, .database, .type, .function, .trigger, .extension, .procedure,
            .role, .user, .domain, .policy, .aggregate, .publication, .rule:
            index += 1
        default: return false
        }
        skip(while: [.concurrently])
        if skipIfExists() { symbols += 1 }
        guard index < end else { return isUpperCase }
        guard acceptNames() else { return false }
        if kind(0) == .leftParenthesis { skipGroup() }
        if keyword(0) == .on {
            index += 1
            guard acceptName() else { return false }
        }
        return acceptDropBehaviour()
    }

    private mutating func acceptNames() -> Bool {
        guard acceptName() else { return false }
        while kind(0) == .comma {
            index += 1
            guard acceptName() else { return false }
        }
        return true
    }

    /// `CASCADE`, `RESTRICT`, `RESTART IDENTITY`, and then the end.
    private mutating func acceptDropBehaviour() -> Bool {
        if keyword(1) == .identity { index += 2 }
        if keyword(0) == .cascade || keyword(0) == .restrict {
            clauses += 1
            index += 1
        }
        return index == end || kind(0) == .hole
    }

    private mutating func skipIfExists() -> Bool {
        guard keyword(0) == .if else { return false }
        let length = keyword(1) == .not ? 3 : 2
        guard keyword(length - 1) == .exists else { return false }
        index += length
        return true
    }

    // MARK: Commands

    private mutating func acceptCommand(_ verb: SQLKeyword) -> Bool {
        let isTerminated = end < tokens.count
        switch verb {
        case .begin, .start, .commit, .rollback:
            let hasWord = [.transaction, .work, .immediate, .deferred, .exclusive, .tran, .isolation, .to, .read]
                .contains(keyword(0))
            if hasWord || isTerminated && index == end { clauses += 1 }
            hasPlainAlias = true
            return hasWord || index == end && verb != .start
        case .savepoint, .release:
            skip(while: [.savepoint])
            hasPlainAlias = true
            return acceptName() && index == end
        case .pragma:
            guard acceptName() else { return false }
            if kind(0) == .comparison || kind(0) == .leftParenthesis { symbols += 1 }
            return index == end || symbols > 0
        case .set:
            skip(while: [.local, .global])
            guard acceptName() || kind(0) == .placeholder else { return false }
            hasPlainAlias = true
            guard kind(0) == .comparison || keyword(0) == .to else { return false }
            if kind(1) == .string || kind(1) == .number { clauses += 1 }
            return index + 1 < end
        case .comment: return keyword(0) == .on && keyword(1) != .none && acceptComment()
        case .copy:
            guard acceptName() || kind(0) == .leftParenthesis else { return false }
            if kind(0) == .leftParenthesis { skipGroup() }
            guard keyword(0) == .from || keyword(0) == .to else { return false }
            if kind(1) == .string || keyword(1) == .stdin { symbols += 1 }
            return symbols > 0
        case .grant, .revoke: return acceptGrant()
        case .refresh: return keyword(0) == .materialized && keyword(1) == .view
        case .do:
            symbols += 1
            return kind(0) == .string
        case .lock: return (keyword(0) == .table || keyword(0) == .tables) && isName(index + 1) && keyword(2) == .in
        case .call:
            guard acceptName(), kind(0) == .leftParenthesis else { return false }
            skipGroup()
            return index == end
        case .vacuum, .analyze, .reindex:
            hasPlainAlias = true
            skip(while: [.full, .verbose, .analyze, .table, .index])
            return index == end || acceptName() && index == end
        default: return false
        }
    }

    private mutating func acceptComment() -> Bool {
        while index < end, kind(0) != .string { index += 1 }
        guard index < end, keywordAt(index - 1) == .is else { return false }
        symbols += 1
        return true
    }

    /// `GRANT x ON y TO z`, `REVOKE x ON y FROM z`, in capitals only: both are words of access-control messages.
    private mutating func acceptGrant() -> Bool {
        guard isUpperCase else { return false }
        var sawOn = false
        while index < end {
            if keyword(0) == .on { sawOn = true }
            if sawOn, keyword(0) == .to || keyword(0) == .from { return isName(index + 1) || kind(1) == .hole }
            index += 1
        }
        return false
    }
}
