import SQL

/// The schema that the SQL files of a project make together, and what queries ask of it.
struct ProjectSchema: Sendable {
    private let schema: SQLSchema
    /// Whether the queries of the project mostly name tables that the files make. Else the tables come from elsewhere too, and
    /// a missing one says nothing.
    private let isAuthoritative: Bool

    /// Whether no program makes a part of the schema beside the files.
    private let isWhole: Bool
    private let names: NameVocabulary
    /// By the path of a file, the columns to which its definitions give the type that they have already.
    private let retypedAlike: [String: Set<SQLColumnPath>]

    /// nil where no file makes tables.
    init?(_ summaries: FileSummaries, names: NameVocabulary) {
        let files = summaries.indices.filter { summaries[$0].schemaText != nil }.map { summaries[$0] }
        guard !files.isEmpty else { return nil }
        self.names = names
        isWhole = !summaries.indices.contains { file in
            summaries[file].schemaText == nil && names.holds(.migrationProgram, summaries[file].path)
        }
        // A dump of the whole schema is newer than any one migration.
        let order = SQLMigrationOrder.order(files.map { Array($0.path.utf8) })
        let dumps = order.filter { names.holds(.schemaDump, files[$0].path) }
        let folders = Self.folders(of: files.map(\.path))
        var schemas: [Substring: SQLSchema] = [:]
        var retypedAlike: [String: Set<SQLColumnPath>] = [:]
        for index in order.filter({ !dumps.contains($0) }) + dumps {
            guard let text = files[index].schemaText else { continue }
            let alike = schemas[folders[index], default: SQLSchema()].apply(SQLDocument(SQLText(text, origin: .file)))
            if !alike.isEmpty { retypedAlike[files[index].path] = alike }
        }
        self.retypedAlike = retypedAlike
        let schema = schemas.sorted { $0.key < $1.key }.reduce(into: SQLSchema()) { $0.add($1.value) }
        guard !schema.tables.isEmpty else { return nil }
        self.schema = schema
        isAuthoritative = Self.covers(schema, summaries)
    }

    /// For each file the folder whose files make one schema: those of a database may stand beside those of another, and what
    /// the ones drop the others still have. Where every migration has a folder of its own, it is the folder of these.
    private static func folders(of paths: [String]) -> [Substring] {
        func folder(_ path: Substring) -> Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? "" }
        let folders = paths.map { folder($0[...]) }
        let sizes = Dictionary(folders.map { ($0, 1) }, uniquingKeysWith: +)
        return folders.map { sizes[$0] == 1 ? folder($0) : $0 }
    }

    private static func covers(_ schema: SQLSchema, _ summaries: FileSummaries) -> Bool {
        var known = 0
        var unknown = 0
        var foundTables = Set<[UInt8]>()
        var strangeTables = Set<[UInt8]>()
        for file in summaries.indices {
            for case .schemaLacks(.table, let use) in summaries[file].questions {
                let document = use.document
                let lacking = SQLUnknownName.find(in: document, schema: schema).filter { $0.kind == .table }
                if lacking.isEmpty { known += 1 } else { unknown += 1 }
                strangeTables.formUnion(lacking.lazy.filter { $0.nearest == nil }.map(\.name.folded))
                for case .table(let name) in document.statements.lazy.flatMap(\.tables).map(\.source)
                where schema.tables[name.name.folded] != nil {
                    foundTables.insert(name.name.folded)
                }
            }
        }
        // A few tables may be forgotten. Many, of names like none of the schema's, are made elsewhere.
        return known >= unknown && (strangeTables.count <= 3 || strangeTables.count * 4 <= foundTables.count)
    }

    /// What the schema lacks, in words, with the name that was probably meant.
    func remark(on part: SchemaPart, of use: SQLUse) -> String? {
        func quoted(_ name: [UInt8]) -> String { "`" + String(decoding: name, as: UTF8.self) + "`" }
        switch part {
        case .index:
            guard let missing = SQLMissingIndex.find(in: use.document, schema: schema).first else { return nil }
            return "None of \(quoted(missing.table)) starts with \(quoted(missing.column.name.folded))."
        case .table, .column:
            let kind = part == .table ? SQLUnknownName.Kind.table : .column
            let found = SQLUnknownName.find(in: use.document, schema: schema).first {
                $0.kind == kind && !isSystemTable($0)
            }
            guard let found else { return nil }
            let place = found.table.map { " in \(quoted($0))" } ?? ""
            let meant = found.nearest.map { "; did you mean \(quoted($0))?" } ?? "."
            return "There is no \(quoted(found.name.folded))\(place)\(meant)"
        }
    }

    /// What the database or a tool of migrations makes by itself.
    private func isSystemTable(_ unknown: SQLUnknownName) -> Bool {
        unknown.kind == .table && names.holds(.systemTable, String(decoding: unknown.name.folded, as: UTF8.self))
    }

    /// Whether the definitions of a file change the type of one of the columns: one that has the type already has it still.
    func changesType(ofOneOf columns: [SQLColumnPath], in path: String) -> Bool {
        guard let alike = retypedAlike[path] else { return true }
        return columns.contains { !alike.contains($0) }
    }

    /// Whether the schema lacks what the query needs; nil where it does not let one know.
    func lacks(_ part: SchemaPart, of use: SQLUse) -> Bool? {
        let document = use.document
        switch part {
        case .table:
            guard isAuthoritative, isWhole else { return nil }
            return SQLUnknownName.find(in: document, schema: schema).contains {
                $0.kind == .table && !isSystemTable($0)
            }
        case .column:
            guard isWhole else { return nil }
            return SQLUnknownName.find(in: document, schema: schema).contains { $0.kind == .column }
        case .index: return !SQLMissingIndex.find(in: document, schema: schema).isEmpty
        }
    }
}
