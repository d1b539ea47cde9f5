import Matching
import SourceText
import Syntax

/// Finds identifiers of entities that a write takes from the request's body or query, and whether anything before it ties them
/// to the user who asks.
struct ForeignIdentifiers {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// Whether the write stores such an identifier and nothing is seen to check it.
    func storesUnchecked(_ query: Query) -> Bool {
        guard query.function >= 0, query.statement.isWrite, query.statement != .delete else { return false }
        if query.statement != .insert, mentionsUser(query.node) { return false }
        return identifiers(in: query).contains { !isTied($0, before: query) }
    }

    /// The values written that are the client's, by name: `req.body.projectId`, `project_id` out of a parsed body.
    private func identifiers(in query: Query) -> [NodeIndex] {
        ([query.node] + valuesBuiltBefore(query)).flatMap(identifiers)
    }

    /// What variables of the query were built of before: `task = Task(..)`, of which `session.add(task)` is the write.
    private func valuesBuiltBefore(_ query: Query) -> [NodeIndex] {
        (query.node..<tree.subtreeEnd(query.node)).compactMap { node in
            guard tree.kind(node) == .identifier else { return nil }
            guard let value = facts.onlyValue(of: node), value < query.node,
                tree.kind(value) == .call || tree.kind(value) == .new,
                let callee = tree.child(value, .callee),
                facts.name(of: callee).lastDottedPart.utf8.startsWithCapital,
                FunctionTable.enclosing(value, in: tree) == FunctionTable.enclosing(query.node, in: tree)
            else { return nil }
            return value
        }
    }

    private func identifiers(in root: NodeIndex) -> [NodeIndex] {
        (root..<tree.subtreeEnd(root)).filter { node in
            if let key = requestKey(node) { return isIdentifierName(key) }
            guard tree.role(node) != .key, tree.role(node) != .label, tree.role(node) != .callee,
                isIdentifierName(lastName(node))
            else { return false }
            switch tree.kind(node) {
            case .member: return tree.child(node, .object).map(isRequestData) ?? false
            case .identifier:
                if tree.role(node) == .name, tree.kind(tree.parent(node)) == .member { return false }
                return isTakenFromRequest(node)
            default: return false
            }
        }
    }

    /// The key under which an expression reads the request's data: `data["project_id"]`, `form.get("project_id")`.
    private func requestKey(_ node: NodeIndex) -> String? {
        switch tree.kind(node) {
        case .index:
            guard let object = tree.child(node, .object), let index = tree.child(node, .index),
                let key = facts.target.stringValue(index), isRequestData(object)
            else { return nil }
            return String(decoding: key, as: UTF8.self)
        case .call:
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .member,
                let name = tree.child(callee, .name), facts.text(name) == "get",
                let object = tree.child(callee, .object), let list = tree.child(node, .arguments),
                let first = tree.firstChild(list), let key = facts.target.stringValue(first), isRequestData(object)
            else { return nil }
            return String(decoding: key, as: UTF8.self)
        default: return nil
        }
    }

    private func lastName(_ node: NodeIndex) -> String {
        tree.kind(node) == .member ? tree.child(node, .name).map { facts.text($0) } ?? "" : facts.text(node)
    }

    /// `projectId`, `project_id`, `projectIDs`; never the user's own.
    private func isIdentifierName(_ name: String) -> Bool {
        facts.names.holds(.ownedIdentifier, name)
    }

    /// The parsed body or the query of the request.
    private func isRequestData(_ object: NodeIndex) -> Bool {
        let node = TextReader(facts: facts).unwrapped(object)
        if facts.matches.of(.inputs).contains(where: { $0.match.node == node }) { return true }
        switch tree.kind(node) {
        case .member, .call:
            return facts.names.holds(.requestData, facts.name(of: node))
        case .identifier:
            if let value = facts.onlyValue(of: node) { return value != node && isRequestData(value) }
            return facts.variable(of: node).map(isBodyParameter) ?? false
        default: return false
        }
    }

    /// A handler's parameter whose declared type is a class made for the body: `data: TaskCreate`, `@Body() dto: CreateTask`.
    private func isBodyParameter(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first else { return false }
        var parameter = first
        while parameter >= 0, tree.kind(parameter) != .parameter { parameter = tree.parent(parameter) }
        guard parameter >= 0, let type = tree.child(parameter, .type) else { return false }
        let name = facts.text(type)
        let isDependency = tree.child(parameter, .value).map { facts.isNamed(.dependency, $0) } ?? false
        return !isDependency && facts.names.holds(.bodyType, name)
    }

    /// A variable destructured from or assigned a part of the request's data.
    private func isTakenFromRequest(_ node: NodeIndex) -> Bool {
        guard let first = facts.uses(ofVariableAt: node).first else { return false }
        var holder = tree.parent(first)
        while holder >= 0, tree.kind(holder) != .declarator, tree.kind(holder) != .assignment {
            if tree.kind(holder).isStatement || tree.kind(holder) == .parameter { return false }
            holder = tree.parent(holder)
        }
        guard holder >= 0, let value = tree.child(holder, .value), let target = tree.child(holder, .target) else {
            return false
        }
        if tree.kind(target) == .object { return isRequestData(value) }
        let unwrapped = TextReader(facts: facts).unwrapped(value)
        switch tree.kind(unwrapped) {
        case .member, .index: return tree.child(unwrapped, .object).map(isRequestData) ?? false
        case .call:
            guard let callee = tree.child(unwrapped, .callee), tree.kind(callee) == .member,
                let object = tree.child(callee, .object),
                let name = tree.child(callee, .name), facts.text(name) == "get"
            else { return false }
            return isRequestData(object)
        default: return false
        }
    }

    // MARK: Ties

    /// Whether something before the write may tie the identifier to the user: a query that mentions both, a call of anything
    /// unknown with it, a condition on it or on the row that it finds.
    private func isTied(_ identifier: NodeIndex, before query: Query) -> Bool {
        let text = tree.text(identifier)
        var functions = query.function
        while tree.kind(functions) == .lambda,
            let outer = FunctionTable.enclosing(max(tree.parent(functions), 0), in: tree), outer != functions,
            facts.routing.routes.contains(where: { $0.handler == outer })
        {
            functions = outer
        }
        for node in functions..<query.node where tree.text(node) == text && tree.kind(node) == tree.kind(identifier) {
            if tree.kind(tree.parent(node)) == .shorthand || tree.role(node) == .target {
                if isDestructured(node) { continue }
            }
            guard let call = enclosingCall(of: node, after: functions) else {
                if isInCondition(node), mentionsUser(conditionAround(node)) { return true }
                continue
            }
            let other = facts.queries.first {
                ($0.node..<tree.subtreeEnd($0.node)).contains(call) || (call..<tree.subtreeEnd(call)).contains($0.node)
            }
            guard let other else { return true }
            if mentionsUser(other.node) || isCheckedLater(other, before: query) { return true }
        }
        return false
    }

    private func isDestructured(_ node: NodeIndex) -> Bool {
        var current = node
        while tree.parent(current) >= 0 {
            if tree.role(current) == .target { return true }
            if tree.role(current) == .value || tree.kind(current).isStatement { return false }
            current = tree.parent(current)
        }
        return false
    }

    private func enclosingCall(of node: NodeIndex, after function: NodeIndex) -> NodeIndex? {
        var current = tree.parent(node)
        var found: NodeIndex?
        while current > function, !tree.kind(current).isStatement {
            if tree.kind(current) == .call || tree.kind(current) == .new { found = current }
            current = tree.parent(current)
        }
        return found
    }

    private func isInCondition(_ node: NodeIndex) -> Bool { conditionAround(node) != node }

    private func conditionAround(_ node: NodeIndex) -> NodeIndex {
        var current = node
        while tree.parent(current) >= 0, !tree.kind(current).isStatement {
            if tree.role(current) == .condition { return current }
            current = tree.parent(current)
        }
        return node
    }

    /// Whether the row that a query finds is compared with the user's before the write.
    private func isCheckedLater(_ other: Query, before query: Query) -> Bool {
        (tree.subtreeEnd(other.node)..<max(query.node, tree.subtreeEnd(other.node))).contains { node in
            (tree.role(node) == .condition || tree.kind(node) == .call && facts.queryTable.indices(at: node).isEmpty)
                && mentionsUser(node)
        }
    }

    private func mentionsUser(_ node: NodeIndex) -> Bool {
        let text = String(decoding: tree.text(node), as: UTF8.self).lowercased()
        return [
            "user", "owner", "member", "session", "tenant", "org", "account", "auth", "principal", "caller",
            "workspace", "author",
        ].contains { text.contains($0) }
    }
}
