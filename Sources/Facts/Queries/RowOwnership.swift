import Matching
import Syntax

/// Finds operations on rows that a client picks, in handlers that never ask whose they are, although the project ties rows of
/// their tables to users, or such rows are users.
public struct RowOwnership {
    let facts: FileFacts
    let subject: Subject

    /// Which rows are asked about.
    public enum Subject: Sendable {
        /// Those that belong to somebody, or hold what only one person is to see.
        case owned
        /// Those by which people sign in.
        case accounts
    }

    private var tree: SyntaxTree { facts.tree }

    /// The questions on whose answers it depends whether a query is such an operation; nil where it is none.
    func conditions(of query: Query) -> [Int32]? {
        guard query.isRun, [.select, .update, .delete].contains(query.statement),
            query.hasWhere != false || query.isUnique,
            query.function >= 0, !query.tables.isEmpty, isPicked(query), !mentionsCaller(in: query.function),
            !isBehindPermission(query.function)
        else { return nil }
        var conditions: [Int32] = []
        if !facts.isHandler(query.function) {
            guard let name = facts.functions.name(of: query.function) else { return nil }
            conditions.append(facts.ask(.handlesRoute(name, methodLine: nil)))
        }
        switch subject {
        case .owned where !query.tables.contains(where: facts.tablesWithOwners.contains):
            conditions.append(facts.ask(.belongToUsers(query.tables)))
        case .owned: break
        case .accounts: conditions.append(facts.ask(.areAccounts(query.tables)))
        }
        return conditions
    }

    /// Whether the client says which rows are meant; of what an update writes, that says nothing.
    private func isPicked(_ query: Query) -> Bool {
        let roots = query.statement == .update && !query.predicates.isEmpty ? query.predicates : [query.node]
        let origin = RequestOrigin(facts: facts)
        return roots.contains { root in origin.reaches(root) || holdsPathParameter(root, of: query.function) }
    }

    /// Whether an expression names a part of the path, as a handler that another file registers is given it.
    private func holdsPathParameter(_ root: NodeIndex, of function: NodeIndex) -> Bool {
        (root..<tree.subtreeEnd(root)).contains { node in
            tree.kind(node) == .identifier && tree.role(node) != .label && isPathParameter(node, of: function)
        }
    }

    /// Whether the body of a handler names what may tell who calls. What its signature alone names is not used, and a session
    /// with the database, what the client says and the row itself are nobody's.
    private func mentionsCaller(in function: NodeIndex) -> Bool {
        guard let body = tree.child(function, .body) else { return true }
        let queries = facts.queryTable.indices(in: function).map { facts.queries[$0] }
        let handles = Set(queries.flatMap(receivers))
        let mention = CallerMention(facts: facts)
        let identity = CallerIdentity(evidence: facts.authentication)
        return (body..<tree.subtreeEnd(body)).contains { node in
            if isPartOfDependency(node, in: function) {
                return queries.contains { $0.range.contains(tree.range(node)) }
            }
            return tree.kind(node) == .identifier && facts.means(.caller, node)
                && !handles.contains(facts.text(node).lowercased()) && !identity.isDatabase(node)
                && !isPathParameter(node, of: function) && !isSent(node) && !isKeyOfSent(node, in: function)
                && !queries.contains { isResult(node, of: $0) || isColumn(node, of: $0) }
                && (queries.contains { $0.range.contains(tree.range(node)) } || !mention.isBeside(node, in: function))
        }
    }

    /// Whether something is asked of what a function found out before a handler, which client data rarely is: `holder["id"]` of
    /// `holder=Depends(key_holder)`. What is called on it makes it a tool.
    private func isPartOfDependency(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard tree.kind(node) == .identifier, tree.role(node) == .object,
            tree.kind(parent) == .member || tree.kind(parent) == .index, tree.role(parent) != .callee,
            let variable = facts.variable(of: node), let parameter = facts.parameter(declaring: variable),
            FunctionTable.enclosing(parameter, in: tree) == function, let call = tree.child(parameter, .value)
        else { return false }
        return tree.kind(call) == .call && facts.isNamed(.dependency, call)
            && tree.child(call, .arguments).flatMap { tree.firstChild($0) } != nil
    }

    /// Whether a name is that of an argument whose value the client says: `filter_by(owner_id=user_id)`.
    private func isKeyOfSent(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        guard tree.role(node) == .label, let value = tree.child(tree.parent(node), .value) else { return false }
        return tree.kind(value) == .identifier && facts.text(value).lowercased().hasSuffix("id")
            && (isSent(value) || isPathParameter(value, of: function))
    }

    /// Whether a variable holds nothing but what the client says under a name of its own: `user_id = request.json["user_id"]`.
    private func isSent(_ node: NodeIndex) -> Bool {
        guard !facts.means(.proof, node), let value = facts.onlyValue(of: node) else { return false }
        // Whoever calls only stands in where the client says nothing: `request.args.get("user_id", current_user.id)`.
        if CallerMention.readsInput(facts.unwrapped(value), facts) { return true }
        let isInput = facts.inputNodes.contains { tree.range(value).contains(tree.range($0)) } || isPartOfInput(value)
        return isInput && !facts.hasName(.proof, in: value)
    }

    /// Whether an expression takes something out of a variable that holds all that the client says: `data.get("user_id")` of
    /// `data = request.get_json()`.
    private func isPartOfInput(_ value: NodeIndex) -> Bool {
        var node = facts.unwrapped(value)
        while let inner = tree.child(node, .callee) ?? tree.child(node, .object) { node = inner }
        return tree.kind(node) == .identifier
            && facts.onlyValue(of: node).map { CallerMention.readsInput(facts.unwrapped($0), facts) } ?? false
    }

    /// Whether a variable is a parameter that stands for a part of the path of the route.
    private func isPathParameter(_ node: NodeIndex, of function: NodeIndex) -> Bool {
        guard let variable = facts.variable(of: node), let parameter = facts.parameter(declaring: variable),
            FunctionTable.enclosing(parameter, in: tree) == function
        else { return false }
        if isAfterRequest(parameter) { return true }
        let name = facts.text(node)
        return facts.routing.routes.contains { route in
            route.handler == function && route.path.map { RoutePath.named($0).contains("{\(name)}") } ?? false
        }
    }

    /// Whether a plain parameter follows the request: `def show(request, card_id)`.
    private func isAfterRequest(_ parameter: NodeIndex) -> Bool {
        guard tree.child(parameter, .type) == nil, tree.child(parameter, .value) == nil,
            let first = tree.firstChild(tree.parent(parameter)), first != parameter,
            let name = tree.child(first, .name)
        else { return false }
        return facts.means(.requestRoot, name)
    }

    /// Whether a variable holds nothing but what a query gave.
    private func isResult(_ node: NodeIndex, of query: Query) -> Bool {
        facts.onlyValue(of: node).map { tree.range($0).contains(query.range) } ?? false
    }

    /// Whether a name is that of a column: `user_id` of `Note.user_id == user_id`.
    private func isColumn(_ node: NodeIndex, of query: Query) -> Bool {
        let member = tree.parent(node)
        guard tree.kind(member) == .member, tree.role(node) == .name, let table = tree.child(member, .object) else {
            return false
        }
        return query.tables.contains(facts.text(table).lowercased())
    }

    /// The names that a query is run on, in lower case: `db` and `session` of `db.session.query(Note)`.
    private func receivers(of query: Query) -> [String] {
        var names: [String] = []
        var node = query.node
        while let inner = tree.child(node, .callee) ?? tree.child(node, .object) {
            if let name = tree.child(inner, .name) { names.append(facts.text(name).lowercased()) }
            node = inner
        }
        return tree.kind(node) == .identifier ? names + [facts.text(node).lowercased()] : names
    }

    /// Whether decorators or dependencies of a handler ask for more than that somebody is signed in.
    private func isBehindPermission(_ function: NodeIndex) -> Bool {
        let guards = tree.children(function).filter { tree.kind($0) == .decorator || tree.role($0) == .parameters }
        return guards.contains { part in
            StaffRestriction(facts: facts).mentionsPermission(part)
        }
    }

    // MARK: Tables

    /// The tables whose rows belong to users, as queries of the file write them.
    static func writtenTables(of facts: FileFacts) -> Set<String> {
        var tables: Set<String> = []
        for query in facts.queries {
            guard let table = query.tables.first,
                query.assignments.contains(where: { facts.names.holds(.ownerColumn, $0.column) })
            else { continue }
            tables.insert(table)
        }
        return tables
    }

    /// What the columns of a class say of its rows.
    struct Columns: OptionSet {
        let rawValue: UInt8

        /// Whose a row is.
        static let owner = Columns(rawValue: 1)
        /// What is nobody else's business.
        static let personal = Columns(rawValue: 2)
        /// What people sign in with.
        static let login = Columns(rawValue: 4)
        static let password = Columns(rawValue: 8)
    }

    private static let meanings: [(NameVocabulary.Meaning, Columns)] = [
        (.ownerColumn, .owner), (.personalColumn, .personal), (.loginColumn, .login), (.passwordColumn, .password),
    ]

    /// The classes, in lower case as mappers' queries name them, whose columns say something of their rows.
    static func declaredTables(of facts: FileFacts) -> [(name: String, columns: Columns)] {
        let tree = facts.tree
        return facts.target.nodes(of: .class).compactMap { owner in
            guard let name = tree.child(owner, .name), let body = tree.child(owner, .body) else { return nil }
            let columns = tree.children(body).reduce(into: Columns()) { $0.formUnion(column(madeBy: $1, facts)) }
            return columns.isEmpty ? nil : (facts.text(name).lowercased(), columns)
        }
    }

    /// What a statement of a class says that makes a column: `owner_id = Column(Integer, ForeignKey("users.id"))`.
    private static func column(madeBy statement: NodeIndex, _ facts: FileFacts) -> Columns {
        let tree = facts.tree
        let isExpression = tree.kind(statement) == .expressionStatement
        let node = isExpression ? tree.child(statement, .value) ?? statement : statement
        guard [.assignment, .field, .declarator].contains(tree.kind(node)),
            let target = tree.child(node, .target) ?? tree.child(node, .name),
            let value = tree.child(node, .value), tree.kind(value) == .call
        else { return [] }
        let name = facts.text(target).filter { $0 != "_" }.lowercased()
        return meanings.reduce(into: Columns()) { if facts.names.holds($1.0, name) { $0.insert($1.1) } }
    }
}
