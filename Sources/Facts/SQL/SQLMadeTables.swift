/// The tables that one migration makes, which nothing that runs knows yet.
public struct SQLMadeTables: Sendable {
    /// Folded names: of new tables, and of those by which new ones go later.
    private(set) var created: Set<[UInt8]> = []
    /// Folded names that the migration gives to tables that were there before.
    private var renamed: Set<[UInt8]> = []

    public init() {}

    /// Adds what the top-level statements of a document make. What is renamed must have been made before.
    mutating func add(_ statements: [SQLStatement]) {
        for statement in statements {
            switch statement.definition {
            case .createTable(let table): created.insert(table.name.name.folded)
            case .createView(let name, _, _): created.insert(name.name.folded)
            case .alterTable(let name, let alterations):
                for case .renameTable(let new) in alterations.map(\.action) {
                    if created.contains(name.name.folded) {
                        created.insert(new.name.folded)
                    } else {
                        renamed.insert(new.name.folded)
                    }
                }
            default: break
            }
        }
    }

    /// A table that is made otherwise than by SQL.
    mutating func add(_ name: [UInt8]) { created.insert(name) }

    /// Whether a definition endangers nothing: of a table that is new or replaced by a new one of its name, or the end of one
    /// that the migration has put aside under another name; or, where it makes tables, one whose name the program puts in.
    func spares(_ hazard: SQLMigrationHazard) -> Bool {
        if hazard.table.name.isDynamic, !created.isEmpty { return true }
        let name = hazard.table.name.folded
        return created.contains(name) || hazard.kind == .droppedTable && renamed.contains(name)
    }
}
