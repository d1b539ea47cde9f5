/// What names mean inside one statement: its tables, those around it, and the named queries of every `WITH` in reach.
struct SQLScope {
    let document: SQLDocument
    let schema: SQLSchema
    /// The statement and those around it, from the inside out.
    let chain: [Int]

    init(_ document: SQLDocument, _ schema: SQLSchema, statement: Int) {
        self.document = document
        self.schema = schema
        var chain: [Int] = []
        var next: Int? = statement
        while let index = next {
            chain.append(index)
            next = document.statements[index].parent
        }
        self.chain = chain
    }

    /// The folded columns of a table reference; nil where they are not all known.
    func columns(of table: SQLTableReference) -> [[UInt8]]? {
        if !table.columnAliases.isEmpty { return table.columnAliases.map(\.folded) }
        switch table.source {
        case .table(let name):
            if let common = commonTable(name) {
                if !common.columns.isEmpty { return common.columns.map(\.folded) }
                return common.statement.flatMap { document.outputNames($0) }
            }
            guard let known = schema.table(name), !known.isOpen else { return nil }
            return known.columns
        case .subquery(let index): return document.outputNames(index)
        case .function, .dynamic, .other: return nil
        }
    }

    /// The table of the schema that a reference names, if no named query hides it.
    func schemaTable(_ table: SQLTableReference) -> SQLSchemaTable? {
        guard case .table(let name) = table.source, commonTable(name) == nil else { return nil }
        return schema.table(name)
    }

    func commonTable(_ name: SQLQualifiedName) -> SQLCommonTable? {
        guard name.schema == nil else { return nil }
        for index in chain {
            if let table = document.statements[index].commonTables.first(where: { $0.name == name.name }) {
                return table
            }
        }
        return nil
    }

    /// The table that a qualifier names, the innermost first.
    func table(named qualifier: SQLName) -> SQLTableReference? {
        for index in chain {
            if let table = document.statements[index].tables.first(where: { $0.exposedName == qualifier }) {
                return table
            }
        }
        return nil
    }

    /// The table that a column belongs to: its qualifier's, or the statement's only one, or the only one that has it.
    func owner(of column: SQLColumnReference) -> SQLTableReference? {
        if let qualifier = column.qualifier { return table(named: qualifier) }
        let tables = document.statements[chain[0]].tables
        if tables.count == 1 { return tables[0] }
        let owners = tables.filter { schemaTable($0)?.hasColumn(column.name.folded) == true }
        return owners.count == 1 ? owners[0] : nil
    }
}
