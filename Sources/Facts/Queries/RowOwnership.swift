import Matching
import Syntax

/// Finds operations on rows that a client picks, in handlers that never ask whose they are, although the file ties rows of
/// their tables to users elsewhere.
struct RowOwnership {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    func isUnchecked(_ query: Query) -> Bool {
        guard query.isRun, [.select, .update, .delete].contains(query.statement), query.hasWhere != false,
            query.tables.contains(where: facts.ownedTables.contains), isHandler(query.function),
            isPicked(query)
        else { return false }
        return !mentions(.caller, in: query.function) && !isBehindPermission(query.function)
    }

    private func isHandler(_ function: NodeIndex) -> Bool {
        function >= 0 && facts.routing.routes.contains { $0.handler == function }
    }

    /// Whether the client says which rows are meant; of what an update writes, that says nothing.
    private func isPicked(_ query: Query) -> Bool {
        let origin = RequestOrigin(facts: facts)
        return query.statement == .update && !query.predicates.isEmpty
            ? query.predicates.contains(where: origin.reaches) : origin.reaches(query.node)
    }

    /// Whether the body of a handler names something of the meaning. What its signature alone names is not used.
    private func mentions(_ meaning: NameVocabulary.Meaning, in function: NodeIndex) -> Bool {
        guard let body = tree.child(function, .body) else { return true }
        return (body..<tree.subtreeEnd(body)).contains {
            tree.kind($0) == .identifier && facts.means(meaning, $0)
        }
    }

    /// Whether decorators or dependencies of a handler ask for more than that somebody is signed in.
    private func isBehindPermission(_ function: NodeIndex) -> Bool {
        let guards = tree.children(function).filter { tree.kind($0) == .decorator || tree.role($0) == .parameters }
        return guards.contains { part in
            (part..<tree.subtreeEnd(part)).contains { node in
                tree.kind(node) == .identifier && facts.means(.permission, node)
                    || tree.kind(node) == .string && facts.names.holds(.permission, facts.text(node))
            }
        }
    }

    // MARK: Tables

    /// The tables whose rows belong to users, as queries of the file write them or classes of it declare them.
    static func ownedTables(of facts: FileFacts) -> Set<String> {
        var tables: Set<String> = []
        for query in facts.queries {
            guard let table = query.tables.first,
                query.assignments.contains(where: { facts.names.holds(.ownerColumn, $0.column) })
            else { continue }
            tables.insert(table)
        }
        let tree = facts.tree
        for kind in [NodeKind.assignment, .field, .declarator] {
            for node in facts.target.nodes(of: kind) {
                guard let target = tree.child(node, .target) ?? tree.child(node, .name),
                    facts.names.holds(.ownerColumn, facts.text(target).filter { $0 != "_" }.lowercased()),
                    let value = tree.child(node, .value), tree.kind(value) == .call,
                    let owner = FunctionTable.enclosingClass(node, in: tree),
                    FunctionTable.enclosing(node, in: tree) == nil, let name = tree.child(owner, .name)
                else { continue }
                tables.insert(facts.text(name).lowercased())
            }
        }
        return tables
    }
}
