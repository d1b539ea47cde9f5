import SourceText

/// The tables that schema files and migrations make when they are applied in order.
public struct SQLSchema: Sendable {
    /// By folded name, of the default schema.
    public private(set) var tables: [[UInt8]: SQLSchemaTable] = [:]
    /// Names of tables that exist in some other schema, where a search path may find them.
    public private(set) var namesElsewhere: Set<[UInt8]> = []
    /// Whether a definition was seen whose table is not known, so that a missing table proves nothing.
    public private(set) var isIncomplete = false
    /// Columns that the definitions of the file being applied gave the type that they had before, or another one.
    private var retypedAlike: Set<SQLColumnPath> = []
    private var retypedOtherwise: Set<SQLColumnPath> = []

    public init() {}

    /// Applies the statements of one file, in order, but for those of its down sections.
    /// - Returns: the columns that they give no other type than these have already.
    @discardableResult
    public mutating func apply(_ document: SQLDocument) -> Set<SQLColumnPath> {
        retypedAlike = []
        retypedOtherwise = []
        let sections = SQLMigrationSections(document.text)
        for index in document.topLevel {
            let statement = document.statements[index]
            if sections.isDown(statement.range.start) { continue }
            if let definition = statement.definition {
                apply(definition, document)
            } else if statement.kind == .other,
                statement.tokens.contains(where: { document.text.tokens.keywords[$0] == .do })
            {
                // An anonymous block may create anything.
                isIncomplete = true
                open(namedIn: document.text.bytes[statement.range.start..<statement.range.end])
            }
        }
        return retypedAlike.subtracting(retypedOtherwise)
    }

    /// Adds the tables of another database, of which a query may speak as well. A table of both has the columns of both.
    public mutating func add(_ other: SQLSchema) {
        tables.merge(other.tables) { $0.merged(with: $1) }
        namesElsewhere.formUnion(other.namesElsewhere)
        isIncomplete = isIncomplete || other.isIncomplete
    }

    /// What a block may do to a table that it speaks of is not seen.
    private mutating func open(namedIn block: ArraySlice<UInt8>) {
        let words = block.split { !$0.isWordCharacter && $0 < 0x80 }.map { $0.map(\.lowercased) }
        for word in Set(words) { tables[word]?.isOpen = true }
    }

    /// The table of a name, if it is one of the default schema.
    public func table(_ name: SQLQualifiedName) -> SQLSchemaTable? {
        isDefault(name.schema) ? tables[name.name.folded] : nil
    }

    /// Whether it is certain that no table has the name.
    public func certainlyLacks(_ name: SQLQualifiedName) -> Bool {
        !isIncomplete && !name.isDynamic && isDefault(name.schema) && tables[name.name.folded] == nil
            && !namesElsewhere.contains(name.name.folded) && !isSystemName(name.name.folded)
    }

    private func isDefault(_ schema: SQLName?) -> Bool {
        guard let schema else { return true }
        return schema.folded == [UInt8]("public".utf8) || schema.folded == [UInt8]("main".utf8)
    }

    /// `pg_class`, `sqlite_master` and what SQLite and MySQL offer without declaration.
    private func isSystemName(_ name: [UInt8]) -> Bool {
        name.starts(with: "pg_".utf8) || name.starts(with: "sqlite_".utf8) || name.starts(with: "json_".utf8)
            || name.starts(with: "pragma_".utf8) || name == [UInt8]("dual".utf8)
            || name == [UInt8]("information_schema".utf8)
    }

    private mutating func apply(_ definition: SQLDefinition, _ document: SQLDocument) {
        switch definition {
        case .createTable(let table): create(table, of: document.text)
        case .createIndex(let index):
            guard isDefault(index.table.schema) else { return }
            tables[index.table.name.folded]?.indexes.append(
                SQLSchemaTable.Index(
                    name: index.name?.folded, columns: index.columns.map(\.folded), isUnique: index.isUnique,
                    isPartial: index.isPartial))
        case .createView(let name, let columns, let query): createView(name, columns, query, document)
        case .alterTable(let name, let alterations): alter(name, alterations, of: document.text)
        case .drop(let object, let names): drop(object, names)
        case .renameTables(let renames): for rename in renames { self.rename(rename.from, to: rename.to) }
        case .other: break
        }
    }

    private mutating func create(_ definition: SQLTableDefinition, of text: SQLText) {
        guard !definition.name.isDynamic else { return isIncomplete = true }
        let name = definition.name.name.folded
        guard isDefault(definition.name.schema) else {
            namesElsewhere.insert(name)
            return
        }
        if definition.hasIfNotExists, tables[name] != nil { return }
        var table = SQLSchemaTable(name: name)
        table.isOpen = definition.isOpen
        for column in definition.columns { table.add(column, of: text) }
        for constraint in definition.constraints { table.add(constraint) }
        tables[name] = table
    }

    private mutating func createView(
        _ name: SQLQualifiedName, _ columns: [SQLName], _ query: Int?, _ document: SQLDocument
    ) {
        guard isDefault(name.schema) else {
            namesElsewhere.insert(name.name.folded)
            return
        }
        var view = SQLSchemaTable(name: name.name.folded)
        view.isView = true
        let outputs = columns.isEmpty ? query.flatMap { document.outputNames($0) } : columns.map(\.folded)
        view.columns = outputs ?? []
        view.isOpen = outputs == nil
        tables[view.name] = view
    }

    private mutating func alter(_ name: SQLQualifiedName, _ alterations: [SQLAlteration], of text: SQLText) {
        guard isDefault(name.schema), var table = tables[name.name.folded] else { return }
        for alteration in alterations {
            switch alteration.action {
            case .addColumn(let column): table.add(column, of: text)
            case .dropColumn(let column): table.drop(column.folded)
            case .renameColumn(let from, let to): table.rename(from.folded, to: to.folded)
            case .changeType(let old, let column):
                let path = SQLColumnPath(table: name.name.folded, column: old.folded)
                if table.change(old.folded, to: column, of: text) {
                    retypedAlike.insert(path)
                } else {
                    retypedOtherwise.insert(path)
                }
            case .addConstraint(let constraint): table.add(constraint)
            case .dropConstraint(let constraint): table.indexes.removeAll { $0.name == constraint.folded }
            case .renameTable(let new):
                tables[name.name.folded] = nil
                tables[new.name.folded] = table
                table.name = new.name.folded
            case .setNotNull, .dropNotNull, .setDefault, .dropDefault, .other: break
            }
        }
        tables[table.name] = table
    }

    private mutating func rename(_ from: SQLQualifiedName, to: SQLQualifiedName) {
        guard isDefault(from.schema), var table = tables.removeValue(forKey: from.name.folded) else { return }
        table.name = to.name.folded
        tables[table.name] = table
    }

    private mutating func drop(_ object: SQLKeyword, _ names: [SQLQualifiedName]) {
        for name in names where isDefault(name.schema) {
            switch object {
            case .table, .view: tables[name.name.folded] = nil
            case .index:
                for key in Array(tables.keys) { tables[key]?.indexes.removeAll { $0.name == name.name.folded } }
            default: break
            }
        }
    }
}

extension SQLDocument {
    /// The folded names of a query's result columns; nil where they are not all known.
    func outputNames(_ index: Int) -> [[UInt8]]? {
        let statement = statements[index]
        let items = statement.items.isEmpty ? statement.returning : statement.items
        guard !items.isEmpty else { return nil }
        var names: [[UInt8]] = []
        for item in items {
            guard let name = item.outputName, !name.isDynamic else { return nil }
            names.append(name.folded)
        }
        return names
    }
}
