import Matching
import SQL
import SourceText
import Syntax

/// `schema:` matches queries that the project's schema does not bear, and statements of SQL files that endanger it.
public struct SchemaOperation: FactOperation {
    /// What a query names that the schema lacks.
    public var lacks: SchemaPart?
    /// Dangerous definitions in files of SQL.
    public var hazards: [SQLMigrationHazard.Kind] = []
    /// Packages by which a project is seen to use PostgreSQL, where the file itself does not tell.
    public var postgreSQLPackages: Set<String> = []

    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        return lackingQueries(facts, bindings) + dangerousStatements(facts, bindings)
    }

    private func lackingQueries(_ facts: FileFacts, _ bindings: Bindings) -> [Match] {
        guard let lacks else { return [] }
        // What the file makes for itself: temporary tables.
        let made = facts.queries.reduce(into: Set<[UInt8]>()) { made, query in
            if let document = query.document {
                made.formUnion(SQLMigrationHazard.createdTables(in: document))
            }
        }
        return facts.queries.compactMap { query in
            guard let text = query.text?.sqlText(), let source = query.text?.sources.first, !query.tables.isEmpty,
                // A text with holes that nothing is seen to run may be a part of another, which says what it does not.
                query.isRun || text.holes.isEmpty, !text.hasTypedParameters,
                !query.tables.contains(where: { made.contains(Array($0.utf8)) })
            else { return nil }
            var match = Match(range: facts.tree.range(source), bindings: bindings, node: source)
            match.conditions.append(facts.ask(.schemaLacks(lacks, SQLUse(bytes: text.bytes, holes: text.holes))))
            return match
        }
    }

    private func dangerousStatements(_ facts: FileFacts, _ bindings: Bindings) -> [Match] {
        guard !hazards.isEmpty else { return [] }
        guard let document = facts.statements else { return dangerousQueries(facts, bindings) }
        let dialect = dialect(of: document, facts)
        let found = SQLMigrationHazard.find(in: document, dialect: dialect).filter { hazards.contains($0.kind) }
        return document.topLevel.compactMap { index in
            let range = document.statements[index].range
            let dangers = found.filter { range.contains($0.range) }
            guard !dangers.isEmpty else { return nil }
            var match = Match(range: range, bindings: bindings, node: 0)
            let retyped = dangers.compactMap { danger in
                danger.kind == .changedType
                    ? danger.column.map { column in
                        SQLColumnPath(table: danger.table.name.folded, column: column.folded)
                    } : nil
            }
            // A definition may only say once more what was so before.
            if retyped.count == dangers.count { match.conditions.append(facts.ask(.changesType(retyped))) }
            return match
        }
    }

    /// Migrations that are programs and run SQL: the text of what they run, but for the way back.
    private func dangerousQueries(_ facts: FileFacts, _ bindings: Bindings) -> [Match] {
        let forward = facts.queries.filter { $0.isRun && $0.document != nil && !isWayBack($0.function, facts) }
        if forward.isEmpty { return [] }
        let made = madeTables(forward, facts)
        return forward.compactMap { query in
            guard let document = query.document, let source = query.text?.sources.first else { return nil }
            let dialect = branchDialect(of: source, facts) ?? dialect(of: document, facts)
            let found = SQLMigrationHazard.find(in: document, besides: made, dialect: dialect)
            guard found.contains(where: { hazards.contains($0.kind) }) else { return nil }
            return Match(range: facts.tree.range(source), bindings: bindings, node: source)
        }
    }

    /// What the migration makes, by SQL and by calls: `op.create_table("orders", ..)`.
    private func madeTables(_ forward: [Query], _ facts: FileFacts) -> SQLMadeTables {
        let tree = facts.tree
        var made = SQLMadeTables()
        for call in facts.target.nodes(of: .call) {
            guard let callee = tree.child(call, .callee), facts.isNamed(.makesTable, callee),
                let name = tree.child(call, .arguments).flatMap({ tree.firstChild($0) }),
                let text = facts.target.stringValue(name),
                !isWayBack(FunctionTable.enclosing(call, in: tree) ?? -1, facts)
            else { continue }
            made.add(text.map(\.lowercased))
        }
        for document in forward.compactMap(\.document) {
            made.addBlocks(of: document.text)
            made.add(SQLMigrationHazard.forwardStatements(of: document))
        }
        return made
    }

    private func isWayBack(_ function: NodeIndex, _ facts: FileFacts) -> Bool {
        guard function >= 0, let name = facts.functions.name(of: function) else { return false }
        return facts.names.holds(.undoesMigration, name.lastDottedPart) || isHandedAsWayBack(function, facts)
    }

    /// Whether a function is only given to others to undo what they do: `RunPython(code=add, reverse_code=remove)`.
    private func isHandedAsWayBack(_ function: NodeIndex, _ facts: FileFacts) -> Bool {
        let tree = facts.tree
        guard let name = tree.child(function, .name) else { return false }
        let uses = facts.uses(ofVariableAt: name).filter { $0 != name }
        return !uses.isEmpty
            && uses.allSatisfy { use in
                let argument = tree.parent(use)
                guard tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label) else {
                    return false
                }
                return facts.names.holds(.undoesMigration, facts.text(label))
            }
    }

    /// The dialect that the branch around a node is for, by its label or condition: `case DbType.SQLITE:`.
    private func branchDialect(of node: NodeIndex, _ facts: FileFacts) -> SQLDialect? {
        let tree = facts.tree
        var child = node
        while tree.parent(child) >= 0, tree.kind(child) != .function {
            let parent = tree.parent(child)
            let isBranch = tree.kind(parent) == .case || tree.kind(parent) == .if && tree.role(child) == .body
            if isBranch, let choice = tree.child(parent, .condition) ?? tree.firstChild(parent), choice != child,
                let named = SQLDialect.named(in: facts.text(choice))
            {
                return named
            }
            child = parent
        }
        return nil
    }

    private func dialect(of document: SQLDocument, _ facts: FileFacts) -> SQLDialect {
        if document.dialect != .unknown { return document.dialect }
        if let named = SQLDialect.named(in: facts.path) { return named }
        return postgreSQLPackages.isDisjoint(with: facts.settings.packages) ? .unknown : .postgreSQL
    }
}
