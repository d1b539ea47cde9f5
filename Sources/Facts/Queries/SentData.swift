import Matching
import Syntax

/// Tells what of a function's values the client sent, and which of them are identifiers of entities.
struct SentData {
    let facts: FileFacts
    /// The function whose parameters may hold what the client sent, by what its callers give it; -1 where only what a handler
    /// is given counts. What a service is given may have been checked by whoever calls it.
    var receiver: NodeIndex = -1

    private var tree: SyntaxTree { facts.tree }

    /// The identifiers in an expression that the client sent.
    func identifiers(in root: NodeIndex) -> [NodeIndex] {
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
    func requestKey(_ node: NodeIndex) -> String? {
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

    func lastName(_ node: NodeIndex) -> String {
        tree.kind(node) == .member ? tree.child(node, .name).map { facts.text($0) } ?? "" : facts.text(node)
    }

    /// `projectId`, `project_id`, `projectIDs`; never the user's own, nor a part of the path that the file's name gives.
    func isIdentifierName(_ name: String) -> Bool {
        facts.names.holds(.ownedIdentifier, name) && !isPartOfPath(name)
    }

    /// Whether the path that a file has as a page takes a parameter of this name: `pages/api/teams/[teamId].ts`.
    private func isPartOfPath(_ name: String) -> Bool {
        facts.path.utf8.contains(UInt8(ascii: "["))
            && (facts.path.contains("[" + name + "]") || facts.path.contains("[..." + name + "]"))
    }

    /// The parsed body or the query of the request.
    func isRequestData(_ object: NodeIndex) -> Bool {
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

    /// A handler's own parameter whose declared type is a class made for the body: `data: TaskCreate`, `@Body() dto: CreateTask`;
    /// of the receiver, any.
    func isBodyParameter(_ variable: Int32) -> Bool {
        guard let first = facts.uses(of: variable).first, let parameter = facts.parameter(declaring: variable),
            let function = FunctionTable.enclosing(parameter, in: tree)
        else { return false }
        if function == receiver { return tree.parent(first) == parameter }
        guard let type = tree.child(parameter, .type), facts.isHandler(function) else { return false }
        if isBody(parameter) { return true }
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
        if bodyArguments(of: parameter).contains(where: { tree.firstChild($0) != nil }) { return true }
        guard let function = FunctionTable.enclosing(parameter, in: tree), facts.isHandler(function) else {
            return false
        }
        let said = [tree.child(parameter, .value), tree.child(parameter, .type)].compactMap { $0 }
        return said.contains { part in
            (part..<tree.subtreeEnd(part)).contains { bodyArguments(ofCall: $0) != nil }
        }
    }

    /// Whether a decorator says of a parameter that it is the request's whole body: `@Body() dto`.
    private func isBody(_ parameter: NodeIndex) -> Bool {
        bodyArguments(of: parameter).contains { tree.firstChild($0) == nil }
    }

    /// What decorators are given that say of a parameter that it is of the request's body.
    private func bodyArguments(of parameter: NodeIndex) -> [NodeIndex] {
        tree.children(parameter).compactMap { child in
            tree.kind(child) == .decorator ? tree.child(child, .value).flatMap(bodyArguments(ofCall:)) : nil
        }
    }

    private func bodyArguments(ofCall call: NodeIndex) -> NodeIndex? {
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee), facts.isNamed(.bodyParameter, callee)
        else { return nil }
        return tree.child(call, .arguments)
    }

    /// Whether a name is that of a parameter of the receiver, or of a part of one.
    private func isGiven(_ name: NodeIndex) -> Bool {
        guard receiver >= 0, let parameter = facts.variable(of: name).flatMap(facts.parameter(declaring:)) else {
            return false
        }
        return FunctionTable.enclosing(parameter, in: tree) == receiver
    }

    /// A variable destructured from or assigned a part of the request's data.
    private func isTakenFromRequest(_ node: NodeIndex) -> Bool {
        guard let first = facts.uses(ofVariableAt: node).first else { return false }
        if isBodyField(first) || isGiven(first) { return true }
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

    /// The body of `body.model_dump()`.
    func represented(by node: NodeIndex) -> NodeIndex? {
        guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let method = tree.child(callee, .name), facts.means(.representsItself, method)
        else { return nil }
        return tree.child(callee, .object)
    }

    /// The name of the class that a handler says its body is of.
    func type(ofBody body: NodeIndex) -> NodeIndex? {
        facts.variable(of: body).flatMap(facts.parameter(declaring:)).flatMap { InjectedCalls.type(of: $0, facts) }
    }

    // MARK: The receiver

    /// The parameter of the receiver that a value is, or that it is a part of, and the key of that part.
    func parameter(behind node: NodeIndex) -> (node: NodeIndex, key: String?)? {
        let node = TextReader(facts: facts).unwrapped(node)
        if let object = tree.child(node, .object) ?? tree.child(node, .callee).flatMap({ tree.child($0, .object) }) {
            return wholeParameter(behind: object).map { ($0, requestKey(node) ?? lastName(node)) }
        }
        guard tree.kind(node) == .identifier, let first = facts.uses(ofVariableAt: node).first else { return nil }
        if let whole = wholeParameter(behind: node) { return (whole, nil) }
        let pair = tree.parent(first)
        let key = facts.text(tree.kind(pair) == .pair ? tree.child(pair, .key) ?? first : first)
        if isGiven(first) { return facts.variable(of: first).flatMap(facts.parameter(declaring:)).map { ($0, key) } }
        var holder = pair
        while holder >= 0, ![.declarator, .assignment, .optionalBinding].contains(tree.kind(holder)) {
            if tree.kind(holder).isStatement { return nil }
            holder = tree.parent(holder)
        }
        guard holder >= 0, let value = tree.child(holder, .value), let target = tree.child(holder, .target) else {
            return nil
        }
        if tree.kind(target) == .object { return wholeParameter(behind: value).map { ($0, key) } }
        return alternatives(of: value).lazy.filter { $0 < node }.compactMap(parameter).first
    }

    /// The parameter of the receiver that a value is as a whole, be it by a variable that holds it.
    func wholeParameter(behind value: NodeIndex, depth: Int = 0) -> NodeIndex? {
        let node = TextReader(facts: facts).unwrapped(value)
        guard tree.kind(node) == .identifier, depth < 4 else { return nil }
        if let held = facts.onlyValue(of: node) {
            return held < node ? wholeParameter(behind: held, depth: depth + 1) : nil
        }
        guard let first = facts.uses(ofVariableAt: node).first, isGiven(first),
            tree.kind(tree.parent(first)) == .parameter
        else { return nil }
        return tree.parent(first)
    }
}
