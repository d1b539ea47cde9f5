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

    /// The names of the identifiers that the write stores and that nothing is seen to check.
    func unchecked(storedBy query: Query) -> [String] {
        guard query.function >= 0, query.statement.isWrite, query.statement != .delete else { return [] }
        let written = [query.node] + valuesBuiltBefore(query) + valuesSetBefore(query)
        let identifiers = written.flatMap(identifiers)
        let fields = written.flatMap(spreadFields)
        if identifiers.isEmpty && fields.isEmpty { return [] }
        // What the table is called, and what the client sent, says nothing of who asks.
        let others = identifiers + (query.table.map { [$0] } ?? [])
        if query.statement != .insert, !query.isChangeInPlace,
            mentionsUser(query.node, besides: others) || mentionsFound(query.node)
        {
            return []
        }
        if turnsAwayBefore(query) { return [] }
        let named = identifiers.filter { node in
            !isTied(Array(tree.text(node)), tree.kind(node), writtenIn: written, by: query)
        }
        let spread = fields.filter { field in
            !isHandedOn(field.body, before: query)
                && !isTied(
                    Array("\(facts.text(field.body)).\(field.name)".utf8), .member, writtenIn: written, by: query)
        }
        return named.map { requestKey($0) ?? lastName($0) } + spread.map(\.name)
    }

    /// Whether those whose role does not permit it are turned away before a query: `if not is_staff(user): return 403`.
    private func turnsAwayBefore(_ query: Query) -> Bool {
        (facts.target.nodes(of: .if) + facts.target.nodes(of: .guard)).contains { node in
            guard node > query.function, node < query.node, FunctionTable.enclosing(node, in: tree) == query.function,
                let body = tree.child(node, tree.kind(node) == .guard ? .alternate : .body),
                FunctionExit.isLeft(body, in: tree)
            else { return false }
            return tree.children(node).contains { condition in
                // What a guard binds is looked up, and not asked for.
                tree.role(condition) == .condition && tree.kind(condition) != .optionalBinding
                    && (condition..<tree.subtreeEnd(condition)).contains { part in
                        tree.kind(part) == .identifier
                            && (facts.means(.staffRole, part) || facts.means(.permission, part))
                    }
            }
        }
    }

    /// What variables of the query were built of before: `task = Task(..)`, of which `session.add(task)` is the write, and
    /// lists of values: `values = (project_id, title)`.
    private func valuesBuiltBefore(_ query: Query) -> [NodeIndex] {
        (query.node..<tree.subtreeEnd(query.node)).compactMap { node in
            guard tree.kind(node) == .identifier else { return nil }
            guard let value = facts.onlyValue(of: node), value < query.node, isBuilt(value), !isReferred(node, value),
                FunctionTable.enclosing(value, in: tree) == FunctionTable.enclosing(query.node, in: tree)
            else { return nil }
            return value
        }
    }

    /// The ids that fields of a record of the query were given before: `task.projectId = body.projectId`, of which `task.save()` is
    /// the write.
    private func valuesSetBefore(_ query: Query) -> [NodeIndex] {
        if query.isChangeInPlace { return [] }
        let records = (query.node..<tree.subtreeEnd(query.node)).filter { node in
            tree.kind(node) == .identifier && tree.role(node) != .name && tree.role(node) != .label
        }
        return Set(records.compactMap(facts.variable)).sorted().flatMap { variable in
            facts.uses(of: variable).compactMap { use in
                guard use > query.function, use < query.node else { return nil }
                return valueGiven(toIdOf: use, in: FunctionTable.enclosing(query.node, in: tree))
            }
        }
    }

    /// What a field of a record that by its name is an id is given where the record is used: `task.project_id = ..`,
    /// `task.$project.id = ..`.
    private func valueGiven(toIdOf use: NodeIndex, in function: NodeIndex?) -> NodeIndex? {
        var field = use
        var holder = ""
        while tree.kind(tree.parent(field)) == .member, tree.role(field) == .object {
            if field != use { holder = lastName(field) }
            field = tree.parent(field)
        }
        guard field != use, tree.role(field) == .target, tree.kind(tree.parent(field)) == .assignment,
            let value = tree.child(tree.parent(field), .value),
            FunctionTable.enclosing(field, in: tree) == function
        else { return nil }
        let name = lastName(field)
        let isKey = name == "id" && !holder.isEmpty
        return isIdentifierName(isKey ? holder.filter { $0 != "$" } + "Id" : name) ? value : nil
    }

    /// Whether a value is an object made there, or a list or mapping of others.
    private func isBuilt(_ value: NodeIndex) -> Bool {
        switch tree.kind(value) {
        case .tuple, .array, .object: true
        case .call, .new:
            tree.child(value, .callee).map { callee in
                let name = facts.name(of: callee).lastDottedPart
                return name.utf8.startsWithCapital && !facts.names.holds(.makesText, name)
                    && !facts.names.holds(.numberFunction, name)
            } ?? false
        default: false
        }
    }

    /// Whether a write only refers to an object that was made, and written, before: `Policy(agent=agent)`.
    private func isReferred(_ node: NodeIndex, _ value: NodeIndex) -> Bool {
        guard tree.kind(value) == .call || tree.kind(value) == .new, tree.role(node) == .value else { return false }
        return [.keywordArgument, .pair].contains(tree.kind(tree.parent(node)))
    }

    private func identifiers(in root: NodeIndex) -> [NodeIndex] {
        (root..<tree.subtreeEnd(root)).filter { node in
            guard isForeignColumn(around: node), !isOwnKey(node) else { return false }
            if let key = requestKey(node) { return isIdentifierName(key) }
            guard tree.role(node) != .key, tree.role(node) != .label, tree.role(node) != .callee,
                isIdentifierName(lastName(node)), !isFlag(node)
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

    /// Whether what a value is written to may hold an identifier of somebody's: `airtable_base_id: baseId` holds another
    /// service's.
    private func isForeignColumn(around node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0, tree.role(node) == .value, let key = tree.child(parent, .key) ?? tree.child(parent, .label)
        else { return true }
        let name = facts.bareText(key).lowercased()
        return isIdentifierName(facts.bareText(key)) || ["id", "_id", "ids"].contains(name)
            || !["id", "ids"].contains { name.hasSuffix($0) }
    }

    /// Whether what an identifier is written to is the key of the very row: `Agent(agent_id=..)`.
    private func isOwnKey(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0, tree.kind(parent) == .keywordArgument, let label = tree.child(parent, .label),
            let callee = tree.child(tree.parent(tree.parent(parent)), .callee)
        else { return false }
        let key = facts.text(label).lowercased().filter { $0 != "_" }
        return facts.name(of: callee).lowercased().split(separator: ".").contains { key == $0 + "id" }
    }

    /// Whether what stands for a missing value is a truth value: `saltUserIds || false`.
    private func isFlag(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0, tree.kind(parent) == .binary, tree.role(node) == .left else { return false }
        return tree.child(parent, .right).map { tree.kind($0) == .boolean } ?? false
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

    /// `projectId`, `project_id`, `projectIDs`; never the user's own, nor a part of the path that the file's name gives.
    private func isIdentifierName(_ name: String) -> Bool {
        facts.names.holds(.ownedIdentifier, name) && !isPartOfPath(name)
    }

    /// Whether the path that a file has as a page takes a parameter of this name: `pages/api/teams/[teamId].ts`.
    private func isPartOfPath(_ name: String) -> Bool {
        facts.path.utf8.contains(UInt8(ascii: "["))
            && (facts.path.contains("[" + name + "]") || facts.path.contains("[..." + name + "]"))
    }

    /// The parsed body or the query of the request.
    private func isRequestData(_ object: NodeIndex) -> Bool {
        let node = TextReader(facts: facts).unwrapped(object)
        if facts.matches.of(.inputs).contains(where: { $0.match.node == node }) { return true }
        switch tree.kind(node) {
        case .member, .call:
            return facts.names.holds(.requestData, facts.name(of: node)) || isChecked(node)
        case .identifier:
            if let value = facts.onlyValue(of: node) { return value != node && isRequestData(value) }
            return facts.variable(of: node).map(isBodyParameter) ?? false
        default: return false
        }
    }

    /// The request's data as a schema gives it back: `schema.parse(req.body)`, `parsed.data` of
    /// `parsed = schema.safeParse(req.body)`.
    private func isChecked(_ node: NodeIndex) -> Bool {
        if tree.kind(node) == .member {
            guard let object = tree.child(node, .object), tree.kind(object) == .identifier,
                let value = facts.onlyValue(of: object)
            else { return false }
            return isChecked(TextReader(facts: facts).unwrapped(value))
        }
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee),
            facts.names.holds(.checksSchema, facts.name(of: callee)), let list = tree.child(node, .arguments)
        else { return false }
        return tree.children(list).contains(where: isRequestData)
    }

    /// A handler's own parameter whose declared type is a class made for the body: `data: TaskCreate`, `@Body() dto: CreateTask`.
    private func isBodyParameter(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first else { return false }
        var parameter = first
        while parameter >= 0, tree.kind(parameter) != .parameter { parameter = tree.parent(parameter) }
        // What a service is given may have been checked by whoever calls it.
        guard parameter >= 0, let type = tree.child(parameter, .type),
            let function = FunctionTable.enclosing(parameter, in: tree),
            facts.isHandler(function)
        else { return false }
        let name = facts.text(type)
        let isDependency = tree.child(parameter, .value).map { facts.isNamed(.dependency, $0) } ?? false
        if isDependency { return false }
        return facts.names.holds(.bodyType, name)
            || tree.text(type).startsWithCapital && facts.names.holds(.bodyName, facts.text(first))
    }

    /// Whether a name is that of a parameter that a decorator says is a field of the request's body, `@Body('projectId') id`, or
    /// a handler's of which its default or its type does: `project_id: int = Body(embed=True)`, `Annotated[int, Query()]`.
    private func isBodyField(_ name: NodeIndex) -> Bool {
        let parameter = tree.parent(name)
        guard parameter >= 0, tree.kind(parameter) == .parameter else { return false }
        let decorating = tree.children(parameter).filter { tree.kind($0) == .decorator }
            .compactMap { tree.child($0, .value) }
        if decorating.contains(where: {
            isBodyParameterCall($0) && tree.child($0, .arguments).flatMap(tree.firstChild) != nil
        }) {
            return true
        }
        guard let function = FunctionTable.enclosing(parameter, in: tree), facts.isHandler(function) else {
            return false
        }
        let said = [tree.child(parameter, .value), tree.child(parameter, .type)].compactMap { $0 }
        return said.contains { part in (part..<tree.subtreeEnd(part)).contains(where: isBodyParameterCall) }
    }

    private func isBodyParameterCall(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee) else { return false }
        return facts.isNamed(.bodyParameter, callee)
    }

    /// A variable destructured from or assigned a part of the request's data.
    private func isTakenFromRequest(_ node: NodeIndex) -> Bool {
        guard let first = facts.uses(ofVariableAt: node).first else { return false }
        if isBodyField(first) { return true }
        var holder = tree.parent(first)
        while holder >= 0, ![.declarator, .assignment, .optionalBinding].contains(tree.kind(holder)) {
            if tree.kind(holder).isStatement || tree.kind(holder) == .parameter { return false }
            holder = tree.parent(holder)
        }
        guard holder >= 0, let value = tree.child(holder, .value), let target = tree.child(holder, .target) else {
            return false
        }
        if tree.kind(target) == .object {
            let pair = tree.parent(first)
            let key = tree.kind(pair) == .pair ? tree.child(pair, .key) ?? first : first
            return !isPartOfPath(facts.text(key)) && isRequestData(value)
        }
        return alternatives(of: value).contains(where: isPartOfRequest)
    }

    /// The values that an expression may have: `data.get("card_id") if by_card else None`, `body.teamId ?? null`.
    private func alternatives(of value: NodeIndex) -> [NodeIndex] {
        let node = TextReader(facts: facts).unwrapped(value)
        switch tree.kind(node) {
        case .conditional:
            return [tree.child(node, .body), tree.child(node, .alternate)].compactMap { $0 }.map {
                TextReader(facts: facts).unwrapped($0)
            }
        case .binary where ["or", "||", "??"].contains(facts.mainText(node)):
            return tree.child(node, .left).map { [TextReader(facts: facts).unwrapped($0)] } ?? []
        default: return [node]
        }
    }

    private func isPartOfRequest(_ unwrapped: NodeIndex) -> Bool {
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

    // MARK: Whole bodies

    /// The identifiers among the fields of a body that is written as a whole, where the file declares its class:
    /// `Task(**body.model_dump())`.
    private func spreadFields(in root: NodeIndex) -> [(name: String, body: NodeIndex)] {
        (root..<tree.subtreeEnd(root)).flatMap { node -> [(name: String, body: NodeIndex)] in
            guard tree.kind(node) == .spread, let value = tree.child(node, .value) ?? tree.firstChild(node),
                tree.kind(value) == .call, let callee = tree.child(value, .callee), tree.kind(callee) == .member,
                let method = tree.child(callee, .name), facts.means(.representsItself, method),
                let body = tree.child(callee, .object), tree.kind(body) == .identifier,
                let variable = facts.variable(of: body), isBodyParameter(variable),
                !leavesFieldsOut(value),
                let type = facts.parameter(declaring: variable).flatMap({ tree.child($0, .type) })
            else { return [] }
            return fields(ofClass: facts.text(type)).filter(isIdentifierName).map { ($0, body) }
        }
    }

    /// Whether only some fields are given: `body.dict(exclude={"project_id"})`.
    private func leavesFieldsOut(_ call: NodeIndex) -> Bool {
        guard let list = tree.child(call, .arguments) else { return false }
        return tree.children(list).contains { argument in
            tree.child(argument, .label).map { facts.means(.choosesFields, $0) }
                ?? (tree.kind(argument) != .keywordArgument)
        }
    }

    /// The names of the fields that a class of the file and its superclasses declare.
    private func fields(ofClass name: String, depth: Int = 0) -> [String] {
        let owner = facts.target.nodes(of: .class).first { node in
            tree.child(node, .name).map { facts.text($0) == name } ?? false
        }
        guard depth < 4, let owner, let body = tree.child(owner, .body) else { return [] }
        let own = tree.children(body).compactMap { statement -> String? in
            let node =
                tree.kind(statement) == .expressionStatement ? tree.child(statement, .value) ?? statement : statement
            guard tree.child(node, .type) != nil, let field = tree.child(node, .target) ?? tree.child(node, .name)
            else {
                return nil
            }
            return facts.text(field)
        }
        let bases = tree.children(owner).filter { tree.role($0) == .supertype && tree.kind($0) == .identifier }
        return own + bases.flatMap { fields(ofClass: facts.text($0), depth: depth + 1) }
    }

    /// Whether a whole body is handed to a call before a query, which may check what is in it.
    private func isHandedOn(_ body: NodeIndex, before query: Query) -> Bool {
        facts.uses(ofVariableAt: body).contains { $0 < query.node && tree.kind(tree.parent($0)) == .argumentList }
    }

    // MARK: Ties

    /// Whether something before the write may tie the identifier to the user: a query that mentions both, a call of anything
    /// unknown with it, a condition on it or on the row that it finds. To be written is no check.
    private func isTied(_ text: [UInt8], _ kind: NodeKind, writtenIn written: [NodeIndex], by query: Query) -> Bool {
        var functions = query.function
        while tree.kind(functions) == .lambda,
            let outer = FunctionTable.enclosing(max(tree.parent(functions), 0), in: tree), outer != functions,
            facts.isHandler(outer)
        {
            functions = outer
        }
        for node in functions..<query.node where tree.kind(node) == kind && tree.text(node).elementsEqual(text) {
            if written.contains(where: { ($0..<tree.subtreeEnd($0)).contains(node) }) { continue }
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
            if mentionsUser(other.node) || mentionsGiven(other.node) || mentionsLeftOnRequest(other.node)
                || isCheckedLater(other, before: query)
            {
                return true
            }
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

    /// Whether the row that a query finds is compared with the user's, or with what else has such an id, before the write.
    private func isCheckedLater(_ other: Query, before query: Query) -> Bool {
        (tree.subtreeEnd(other.node)..<max(query.node, tree.subtreeEnd(other.node))).contains { node in
            if tree.role(node) == .condition, mentionsUser(node) || comparesOwner(in: node, ofRowOf: other) {
                return true
            }
            return tree.kind(node) == .call && facts.queryTable.indices(at: node).isEmpty && mentionsUser(node)
        }
    }

    /// Whether a condition compares an id in the row that a query finds with something that is not written there:
    /// `task.projectId !== project.id`.
    private func comparesOwner(in condition: NodeIndex, ofRowOf query: Query) -> Bool {
        var holder = query.node
        while holder >= 0, ![.declarator, .assignment].contains(tree.kind(holder)) {
            if tree.kind(holder).isStatement { return false }
            holder = tree.parent(holder)
        }
        guard holder >= 0, let target = tree.child(holder, .target), let row = facts.variable(of: target) else {
            return false
        }
        return (condition..<tree.subtreeEnd(condition)).contains { node in
            guard tree.kind(node) == .member, tree.kind(tree.parent(node)) == .binary,
                let object = tree.child(node, .object), facts.variable(of: object) == row,
                isIdentifierName(lastName(node))
            else { return false }
            let sides = [tree.child(tree.parent(node), .left), tree.child(tree.parent(node), .right)]
            return sides.contains { side in
                guard let side, side != node else { return false }
                return tree.kind(side) != .null && facts.target.constant(side) == nil
            }
        }
    }

    /// Whether something names whose it may be: an identifier, or text of any length, such as a query's.
    private func mentionsUser(_ node: NodeIndex, besides others: [NodeIndex] = []) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            tree.firstChild(part) == nil && facts.means(.hintsAtOwner, part) && !isClient(part)
                && !others.contains { ($0..<tree.subtreeEnd($0)).contains(part) }
        }
    }

    /// Whether something asks a part of what a function found out of the request itself, which may be the caller's: `cart.id` of
    /// `cart = loadCart(db, req)`.
    private func mentionsFound(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .identifier, tree.role(part) == .object, tree.role(tree.parent(part)) != .callee,
                !isClient(part), !isRequestData(part), let value = facts.onlyValue(of: part).map(facts.unwrapped),
                tree.kind(value) == .call, let list = tree.child(value, .arguments)
            else { return false }
            return tree.children(list).contains { tree.kind($0) == .identifier && facts.means(.requestRoot, $0) }
        }
    }

    /// Whether something asks a part of what a handler is given besides the request and the session with the database, which may
    /// tell who calls: `captain["id"]` of `captain=Depends(current_captain)`.
    private func mentionsGiven(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .identifier, tree.role(part) == .object, !isClient(part),
                tree.role(tree.parent(part)) != .callee, !facts.means(.requestRoot, part),
                let variable = facts.variable(of: part), let parameter = facts.parameter(declaring: variable)
            else { return false }
            return facts.isHandler(FunctionTable.enclosing(parameter, in: tree) ?? -1) && !isBodyParameter(variable)
        }
    }

    /// Whether something asks what middleware left on the request, `req.courier`, which may tell who calls.
    private func mentionsLeftOnRequest(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .member, tree.role(part) != .callee, let name = tree.child(part, .name),
                let object = tree.child(part, .object), tree.kind(object) == .identifier,
                facts.means(.requestRoot, object)
            else { return false }
            return !facts.means(.requestPart, name) && !facts.means(.requestMember, name)
        }
    }

    /// Whether a name is that of a session with the database, on which a query is run.
    private func isClient(_ node: NodeIndex) -> Bool {
        facts.queries.contains { query in
            query.client.map { ($0..<tree.subtreeEnd($0)).contains(node) } ?? false
        }
    }
}
