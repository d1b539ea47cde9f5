import SourceText

/// `CREATE`, `ALTER`, `DROP`, `RENAME`.
extension SQLParser {
    mutating func parseDefinition(_ statement: inout SQLStatement) {
        statement.kind = .definition
        let verb = keyword(position)
        position += 1
        switch verb {
        case .create: statement.definition = parseCreate(&statement)
        case .alter: statement.definition = parseAlter()
        case .drop: statement.definition = parseDrop()
        default: statement.definition = parseRename()
        }
        position = limit
    }

    // MARK: CREATE

    private mutating func parseCreate(_ statement: inout SQLStatement) -> SQLDefinition {
        var isTemporary = false
        var isVirtual = false
        var isUnique = false
        while position < limit {
            switch keyword(position) {
            case .temporary, .temp: isTemporary = true
            case .virtual: isVirtual = true
            case .unique: isUnique = true
            case .or, .replace, .unlogged, .global, .local, .materialized, .recursive, .fulltext, .spatial, .force:
                break
            case .table:
                position += 1
                return parseCreateTable(isTemporary: isTemporary, isVirtual: isVirtual, &statement)
            case .index:
                position += 1
                return parseCreateIndex(isUnique: isUnique, &statement)
            case .view:
                position += 1
                return parseCreateView(&statement)
            default:
                for token in span(position, limit) { setRole(token, .identifier) }
                return .other
            }
            position += 1
        }
        return .other
    }

    /// Steps over `IF EXISTS` and `IF NOT EXISTS`.
    private mutating func skipExistence() -> Bool {
        guard keyword(position) == .if else { return false }
        position += keyword(position + 1) == .not ? 3 : 2
        return true
    }

    private mutating func parseCreateTable(
        isTemporary: Bool, isVirtual: Bool, _ statement: inout SQLStatement
    ) -> SQLDefinition {
        let hasIfNotExists = skipExistence()
        guard let name = parseName(role: .table) else { return .other }
        var table = SQLTableDefinition(
            name: name, isTemporary: isTemporary, isVirtual: isVirtual, hasIfNotExists: hasIfNotExists,
            range: statement.range)
        table.isOpen = isVirtual
        if keyword(position) == .on, keyword(position + 1) == .cluster { position += 3 }
        if kind(position) == .leftParenthesis, !startsQuery(position) {
            parseTableElements(position, &table)
            position = groupEnd(position) + 1
        } else if kind(position) == .hole {
            setRole(position, .clause)
            table.isOpen = true
        }
        while position < limit {
            switch keyword(position) {
            case .as, .like, .inherits, .of: table.isOpen = true
            default: break
            }
            if startsQuery(position) || keyword(position) == .select
                || keyword(position) == .with && kind(position + 1) == .word
            {
                table.isOpen = true
                _ = parseNested(span(position, limit), place: .source, in: &statement)
                break
            }
            position = next(position)
        }
        // A table has columns; one whose columns are not seen may have any.
        if table.columns.isEmpty { table.isOpen = true }
        return .createTable(table)
    }

    private mutating func parseTableElements(_ group: Int, _ table: inout SQLTableDefinition) {
        let end = groupEnd(group)
        var start = group + 1
        while start < end {
            var stop = start
            while stop < end, kind(stop) != .comma { stop = next(stop) }
            stop = min(stop, end)
            if stop > start { parseTableElement(span(start, stop), &table) }
            start = stop + 1
        }
    }

    private mutating func parseTableElement(_ range: Range<Int>, _ table: inout SQLTableDefinition) {
        if keyword(range.lowerBound) == .like {
            table.isOpen = true
        } else if let constraint = constraint(range) {
            table.constraints.append(constraint)
        } else if isName(range.lowerBound) {
            if let column = columnDefinition(range) { table.columns.append(column) }
        } else {
            setRole(range.lowerBound, .column)
            table.isOpen = true
        }
    }

    /// A constraint, or an index of MySQL, if the range is one.
    private mutating func constraint(_ range: Range<Int>) -> SQLTableConstraint? {
        var index = range.lowerBound
        var name: SQLName?
        if keyword(index) == .constraint {
            index += 1
            if isName(index) || kind(index) == .hole {
                setRole(index, .identifier)
                name = SQLName(text, token: index)
                index += 1
            }
        }
        let kind: SQLTableConstraint.Kind
        switch keyword(index) {
        case .primary: kind = .primaryKey
        case .unique: kind = .unique
        case .foreign: kind = .foreignKey
        case .check: kind = .check
        case .exclude where self.kind(index + 1) == .leftParenthesis || keyword(index + 1) == .using: kind = .exclude
        case .key, .index, .fulltext, .spatial:
            // A column may be called `key`: then a type follows, and no list of columns.
            let isIndex = range.prefix(5).contains { self.kind($0) == .leftParenthesis && self.isIndexList($0, index) }
            guard isIndex else { return nil }
            kind = .index
        default: return nil
        }
        var constraint = SQLTableConstraint(kind: kind, name: name, columns: [])
        let group = range.first { $0 > index && self.kind($0) == .leftParenthesis }
        if let group, kind != .check, kind != .exclude { constraint.columns = indexColumns(group) }
        if let references = range.first(where: { keyword($0) == .references }) {
            constraint.references = self.name(at: references + 1)
        }
        constraint.isUnchecked = range.contains {
            keyword($0) == .not && SQLName(text, token: min($0 + 1, limit - 1)).folded == [UInt8]("valid".utf8)
        }
        return constraint
    }

    /// Whether a parenthesis follows `KEY`, or `KEY name`, and is no parameter list of a type.
    private func isIndexList(_ group: Int, _ word: Int) -> Bool {
        guard isName(group + 1), group <= word + 3 else { return false }
        return group == word + 1 || isName(word + 1) || keyword(word + 1) == .key || keyword(word + 1) == .index
    }

    /// The leading plain columns of an index: `(a, b DESC, lower(c), d)` gives `a` and `b`.
    mutating func indexColumns(_ group: Int) -> [SQLName] {
        var names: [SQLName] = []
        let end = groupEnd(group)
        var index = group + 1
        while index < end {
            setRole(index, .column)
            // MySQL's `name(10)` indexes a prefix of the column; a call has something else than a number in it.
            let isPrefix = kind(index + 1) == .leftParenthesis && kind(index + 2) == .number
            guard isName(index), kind(index + 1) != .leftParenthesis || isPrefix,
                kind(index + 1) != .operator, kind(index + 1) != .cast
            else { break }
            names.append(SQLName(text, token: index))
            while index < end, kind(index) != .comma { index = next(index) }
            index += 1
        }
        return names
    }

    private mutating func name(at token: Int) -> SQLQualifiedName? {
        let saved = position
        defer { position = saved }
        position = token
        return parseName(role: .table)
    }

    /// `name type NOT NULL DEFAULT ..`.
    private mutating func columnDefinition(_ range: Range<Int>) -> SQLColumnDefinition? {
        guard let first = range.first, isName(first) || kind(first) == .hole else { return nil }
        setRole(first, .column)
        let typeStart = first + 1
        var typeEnd = typeStart
        while typeEnd < range.upperBound, !endsType(typeEnd) { typeEnd = next(typeEnd) }
        typeEnd = min(typeEnd, range.upperBound)
        for token in span(typeStart, max(typeStart, typeEnd)) { setRole(token, .identifier) }
        var column = SQLColumnDefinition(
            name: SQLName(text, token: first), typeRange: bytes(span(typeStart, max(typeStart, typeEnd))),
            typeName: typeEnd > typeStart ? SQLName(text, token: typeStart).folded : [], range: bytes(range))
        column.isGenerated = column.typeName.count >= 6 && column.typeName.suffix(6).elementsEqual("serial".utf8)
        var index = typeEnd
        while index < range.upperBound {
            switch keyword(index) {
            case .not where keyword(index + 1) == .null: column.isNotNull = true
            case .default where keyword(index - 1) != .by && keyword(index - 1) != .set: column.hasDefault = true
            case .generated, .autoincrement, .auto_increment, .identity: column.isGenerated = true
            case .as where kind(index + 1) == .leftParenthesis: column.isGenerated = true
            case .primary: column.isPrimaryKey = true
            case .unique: column.isUnique = true
            case .references: column.references = name(at: index + 1)
            default: setRole(index, .value)
            }
            index = next(index)
        }
        return column
    }

    private func endsType(_ token: Int) -> Bool {
        switch keyword(token) {
        case .not, .null, .default, .primary, .unique, .references, .check, .constraint, .generated, .collate, .as,
            .autoincrement, .auto_increment, .comment, .identity, .on, .first, .after, .using:
            true
        default: false
        }
    }

    private mutating func parseCreateIndex(isUnique: Bool, _ statement: inout SQLStatement) -> SQLDefinition {
        var isConcurrent = keyword(position) == .concurrently
        if isConcurrent { position += 1 }
        _ = skipExistence()
        var name: SQLName?
        if keyword(position) != .on {
            name = parseName(role: .identifier)?.name
        }
        while position < limit, keyword(position) != .on { position = next(position) }
        position += 1
        if keyword(position) == .only { position += 1 }
        guard let table = parseName(role: .table) else { return .other }
        while position < limit, kind(position) != .leftParenthesis { position += 1 }
        let columns = position < limit ? indexColumns(position) : []
        if position < limit { position = groupEnd(position) + 1 }
        var isPartial = false
        while position < limit {
            if keyword(position) == .where { isPartial = true }
            // `WITH (timescaledb.transaction_per_chunk)`: a partition at a time is blocked.
            if keyword(position) == .with, span(position + 1, next(position + 1)).contains(where: isChunkwise) {
                isConcurrent = true
            }
            position = next(position)
        }
        return .createIndex(
            SQLIndexDefinition(
                name: name, table: table, columns: columns, isUnique: isUnique, isConcurrent: isConcurrent,
                isPartial: isPartial, range: statement.range))
    }

    private func isChunkwise(_ token: Int) -> Bool {
        isName(token) && SQLName(text, token: token).folded.elementsEqual("transaction_per_chunk".utf8)
    }

    private mutating func parseCreateView(_ statement: inout SQLStatement) -> SQLDefinition {
        _ = skipExistence()
        guard let name = parseName(role: .table) else { return .other }
        var columns: [SQLName] = []
        if kind(position) == .leftParenthesis { columns = names(in: position) }
        while position < limit, keyword(position) != .as { position = next(position) }
        var query: Int?
        if position + 1 < limit { query = parseNested(span(position + 1, limit), place: .source, in: &statement) }
        return .createView(name: name, columns: columns, query: query)
    }

    // MARK: ALTER, DROP, RENAME

    private mutating func parseAlter() -> SQLDefinition {
        if keyword(position) == .ignore { position += 1 }
        guard keyword(position) == .table else {
            for token in span(position, limit) { setRole(token, .identifier) }
            return .other
        }
        position += 1
        _ = skipExistence()
        if keyword(position) == .only { position += 1 }
        guard let name = parseName(role: .table) else { return .other }
        if kind(position) == .star { position += 1 }
        var alterations: [SQLAlteration] = []
        while position < limit {
            var end = position
            while end < limit, kind(end) != .comma { end = next(end) }
            end = min(end, limit)
            if end > position {
                let range = span(position, end)
                alterations += parseAlteration(range)
            }
            position = end + 1
        }
        return .alterTable(name: name, alterations: alterations)
    }

    private mutating func parseAlteration(_ range: Range<Int>) -> [SQLAlteration] {
        let place = bytes(range)
        func one(_ action: SQLAlteration.Action) -> [SQLAlteration] { [SQLAlteration(action: action, range: place)] }
        position = range.lowerBound
        let verb = keyword(position)
        position += 1
        switch verb {
        case .add: return parseAddition(range)
        case .drop:
            if keyword(position) == .constraint || keyword(position) == .index || keyword(position) == .key
                || keyword(position) == .foreign || keyword(position) == .primary || keyword(position) == .check
            {
                position += 1
                _ = skipExistence()
                guard isName(position) else { return one(.other) }
                return one(.dropConstraint(SQLName(text, token: position)))
            }
            if keyword(position) == .column { position += 1 }
            _ = skipExistence()
            setRole(position, .column)
            guard isName(position) || kind(position) == .hole else { return one(.other) }
            return one(.dropColumn(SQLName(text, token: position)))
        case .rename: return one(parseRenaming())
        case .alter: return one(parseColumnAlteration(range))
        case .modify, .change:
            if keyword(position) == .column { position += 1 }
            _ = skipExistence()
            guard isName(position) else { return one(.other) }
            let old = SQLName(text, token: position)
            if verb == .change { position += 1 }
            return one(.changeType(old, to: columnDefinition(span(position, range.upperBound))))
        default: return one(.other)
        }
    }

    private mutating func parseAddition(_ range: Range<Int>) -> [SQLAlteration] {
        let place = bytes(range)
        if let constraint = constraint(span(position, range.upperBound)) {
            return [SQLAlteration(action: .addConstraint(constraint), range: place)]
        }
        if keyword(position) == .column { position += 1 }
        _ = skipExistence()
        if kind(position) == .leftParenthesis {
            // `ADD (a INT, b INT)` of MySQL.
            var table = SQLTableDefinition(
                name: SQLQualifiedName(schema: nil, name: SQLName(text, token: position)), isTemporary: false,
                isVirtual: false, hasIfNotExists: false, range: place)
            parseTableElements(position, &table)
            return table.columns.map { SQLAlteration(action: .addColumn($0), range: $0.range) }
        }
        guard position < range.upperBound, let column = columnDefinition(span(position, range.upperBound)) else {
            return [SQLAlteration(action: .other, range: place)]
        }
        return [SQLAlteration(action: .addColumn(column), range: place)]
    }

    /// `RENAME TO b`, `RENAME COLUMN a TO b`, `RENAME a TO b`; the position is after the verb.
    private mutating func parseRenaming() -> SQLAlteration.Action {
        if keyword(position) == .to || keyword(position) == .as {
            position += 1
            return parseName(role: .table).map { .renameTable(to: $0) } ?? .other
        }
        if keyword(position) == .constraint || keyword(position) == .index || keyword(position) == .key {
            return .other
        }
        if keyword(position) == .column { position += 1 }
        guard isName(position) || kind(position) == .hole, keyword(position + 1) == .to,
            isName(position + 2) || kind(position + 2) == .hole
        else { return .other }
        setRole(position, .column)
        setRole(position + 2, .column)
        return .renameColumn(from: SQLName(text, token: position), to: SQLName(text, token: position + 2))
    }

    /// `ALTER [COLUMN] a TYPE t | SET NOT NULL | DROP DEFAULT ..`; the position is after the verb.
    private mutating func parseColumnAlteration(_ range: Range<Int>) -> SQLAlteration.Action {
        if keyword(position) == .column { position += 1 }
        guard isName(position) || kind(position) == .hole else { return .other }
        setRole(position, .column)
        let name = SQLName(text, token: position)
        switch (keyword(position + 1), keyword(position + 2)) {
        case (.type, _): return .changeType(name, to: retyped(name, position + 2, range))
        case (.set, .data): return .changeType(name, to: retyped(name, position + 4, range))
        case (.set, .not): return .setNotNull(name)
        case (.drop, .not): return .dropNotNull(name)
        case (.set, .default): return .setDefault(name)
        case (.drop, .default): return .dropDefault(name)
        default: return .other
        }
    }

    /// A column with the new type that starts at a token; nil where its values are computed anew besides.
    private func retyped(_ name: SQLName, _ typeStart: Int, _ range: Range<Int>) -> SQLColumnDefinition? {
        var typeEnd = typeStart
        while typeEnd < range.upperBound, !endsType(typeEnd) { typeEnd = next(typeEnd) }
        guard typeEnd > typeStart, typeEnd >= range.upperBound else { return nil }
        return SQLColumnDefinition(
            name: name, typeRange: bytes(span(typeStart, range.upperBound)),
            typeName: SQLName(text, token: typeStart).folded, range: bytes(range))
    }

    private mutating func parseDrop() -> SQLDefinition {
        while keyword(position) == .materialized || keyword(position) == .temporary { position += 1 }
        let object = keyword(position)
        position += 1
        if keyword(position) == .concurrently { position += 1 }
        _ = skipExistence()
        var names: [SQLQualifiedName] = []
        while let name = parseName(role: object == .table || object == .view ? .table : .identifier) {
            names.append(name)
            guard kind(position) == .comma else { break }
            position += 1
        }
        return .drop(object: object, names: names)
    }

    private mutating func parseRename() -> SQLDefinition {
        guard keyword(position) == .table || keyword(position) == .tables else { return .other }
        position += 1
        var renames: [(from: SQLQualifiedName, to: SQLQualifiedName)] = []
        while let from = parseName(role: .table), keyword(position) == .to {
            position += 1
            guard let to = parseName(role: .table) else { break }
            renames.append((from, to))
            guard kind(position) == .comma else { break }
            position += 1
        }
        return .renameTables(renames)
    }
}
