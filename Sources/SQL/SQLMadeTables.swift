/// The tables and columns that one migration makes, which nothing that runs knows yet.
public struct SQLMadeTables: Sendable {
    /// Folded names: of new tables, and of those by which new ones go later.
    private(set) var created: Set<[UInt8]> = []
    /// Columns that tables get which were there before, but for those that stand in for one dropped before.
    private var addedColumns: Set<SQLColumnPath> = []
    private var droppedColumns: Set<SQLColumnPath> = []
    /// Folded names that the migration gives to tables that were there before.
    private var renamed: Set<[UInt8]> = []

    public init() {}

    /// Adds what the top-level statements of a document make. What is renamed must have been made before.
    public mutating func add(_ statements: [SQLStatement]) {
        for statement in statements {
            switch statement.definition {
            case .createTable(let table): created.insert(table.name.name.folded)
            case .createView(let name, _, _): created.insert(name.name.folded)
            case .alterTable(let name, let alterations):
                for alteration in alterations { add(alteration.action, to: name.name.folded) }
            default: break
            }
        }
    }

    private mutating func add(_ action: SQLAlteration.Action, to table: [UInt8]) {
        switch action {
        case .renameTable(let new):
            if created.contains(table) {
                created.insert(new.name.folded)
            } else {
                renamed.insert(new.name.folded)
            }
        case .addColumn(let column):
            let path = SQLColumnPath(table: table, column: column.name.folded)
            if !droppedColumns.contains(path) { addedColumns.insert(path) }
        case .dropColumn(let column): droppedColumns.insert(SQLColumnPath(table: table, column: column.folded))
        default: break
        }
    }

    /// A table that is made otherwise than by SQL.
    public mutating func add(_ name: [UInt8]) { created.insert(name) }

    /// Adds what blocks of a document make: `DO $$ BEGIN CREATE TABLE .. END $$`.
    public mutating func addBlocks(of text: SQLText) {
        let tokens = text.tokens
        for token in tokens.kinds.indices where tokens.kinds[token] == .string {
            let bytes = text.bytes[tokens.range(token).start..<tokens.range(token).end]
            guard bytes.first == UInt8(ascii: "$"), let tag = bytes.dropFirst().firstIndex(of: UInt8(ascii: "$"))
            else { continue }
            addTables(of: SQLText(Array(bytes[(tag + 1)...].dropLast(tag - bytes.startIndex + 1))))
        }
    }

    /// Adds what `CREATE TABLE` names, wherever it stands among the statements of a procedure.
    private mutating func addTables(of body: SQLText) {
        let tokens = body.tokens
        var index = 0
        while let start = tokens.keywords[index...].firstIndex(of: .create) {
            index = start + 1
            let head = tokens.keywords[index...].prefix(4)
            guard let kind = head.firstIndex(where: { $0 == .table || $0 == .view }) else { continue }
            var name = kind + 1
            while name < tokens.count, [.if, .not, .exists].contains(tokens.keywords[name]) { name += 1 }
            while name + 2 < tokens.count, tokens.kinds[name + 1] == .dot { name += 2 }
            if name < tokens.count { created.insert(SQLName(body, token: name).folded) }
        }
    }

    /// Whether a definition endangers nothing: of a column that is new, of a table that is new or replaced by a new one of its
    /// name, or the end of one that the migration has put aside under another name; or, where it makes tables, one whose name
    /// the program puts in.
    func spares(_ hazard: SQLMigrationHazard) -> Bool {
        if hazard.table.name.isDynamic, !created.isEmpty { return true }
        let name = hazard.table.name.folded
        if let column = hazard.column, hazard.kind != .requiredColumn,
            addedColumns.contains(SQLColumnPath(table: name, column: column.folded))
        {
            return true
        }
        return created.contains(name) || hazard.kind == .droppedTable && renamed.contains(name)
    }
}
