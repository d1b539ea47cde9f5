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

    /// What a write stores that nothing is seen to check.
    struct Stored {
        /// The names of identifiers that the file shows to be such.
        var names: [String] = []
        /// What other files decide about.
        var inputs: [StoredInput] = []

        var isNothing: Bool { names.isEmpty && inputs.isEmpty }
    }

    /// What a write stores of what a handler is sent; where it stands in another function, of what that is given.
    func unchecked(storedBy query: Query) -> Stored {
        guard query.function >= 0, query.statement.isWrite, query.statement != .delete else { return Stored() }
        let written = [query.node] + valuesBuiltBefore(query) + valuesSetBefore(query)
        let own = unchecked(storedBy: query, in: written, SentData(facts: facts))
        if !own.isNothing || facts.isHandler(query.function) { return own }
        guard facts.functions.name(of: query.function) != nil else { return Stored() }
        return unchecked(storedBy: query, in: written, SentData(facts: facts, receiver: query.function))
    }

    private func unchecked(storedBy query: Query, in written: [NodeIndex], _ sent: SentData) -> Stored {
        let identifiers = written.flatMap(sent.identifiers)
        let bodies = wholeBodies(storedBy: query, in: written, sent)
        if identifiers.isEmpty && bodies.isEmpty { return Stored() }
        let ties = IdentifierTies(facts: facts, sent: sent)
        let place = IdentifierTies.Place(function: query.function, node: query.node)
        // What the table is called, and what the client sent, says nothing of who asks.
        let others = identifiers + (query.table.map { [$0] } ?? [])
        if query.statement != .insert, !query.isChangeInPlace,
            ties.mentionsUser(query.node, besides: others) || ties.mentionsFound(query.node)
        {
            return Stored()
        }
        if ties.turnsAway(before: place) { return Stored() }
        let named = identifiers.filter { node in
            !ties.isTied(Array(tree.text(node)), tree.kind(node), writtenIn: written, at: place)
        }
        let whole = bodies.filter { !ties.mayBeTied($0, writtenIn: written + bodies, at: place) }
        var stored = Stored()
        let columns = Set(query.assignments.map(\.column)).subtracting([""])
        if sent.receiver >= 0 {
            if ties.mayRefuse(before: place) { return stored }
            stored.inputs =
                named.compactMap { input($0, sent) } + whole.compactMap { input(whole: $0, except: columns, sent) }
            return stored
        }
        stored.names = named.map { sent.requestKey($0) ?? sent.lastName($0) }
        for body in whole {
            guard let type = sent.type(ofBody: body) else { continue }
            if let fields = fields(ofClass: facts.text(type)) {
                stored.names += fields.filter(sent.isIdentifierName).filter {
                    !columns.contains(SQLQueryReader.folded(Array($0.utf8)))
                }
            } else if !ties.mayRefuse(before: place) {
                stored.inputs.append(
                    StoredInput(source: .body(facts.symbol(of: type)), part: .whole(except: columns)))
            }
        }
        return stored
    }

    /// What is stored of a parameter by an identifier.
    private func input(_ identifier: NodeIndex, _ sent: SentData) -> StoredInput? {
        guard let (parameter, key) = sent.parameter(behind: identifier), let place = facts.place(ofParameter: parameter)
        else { return nil }
        return StoredInput(source: .parameter(place), part: key.map { .member($0) } ?? .itself)
    }

    private func input(whole body: NodeIndex, except columns: Set<String>, _ sent: SentData) -> StoredInput? {
        guard let place = sent.wholeParameter(behind: body).flatMap(facts.place(ofParameter:)) else { return nil }
        return StoredInput(source: .parameter(place), part: .whole(except: columns))
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
        let sent = SentData(facts: facts)
        var field = use
        var holder = ""
        while tree.kind(tree.parent(field)) == .member, tree.role(field) == .object {
            if field != use { holder = sent.lastName(field) }
            field = tree.parent(field)
        }
        guard field != use, tree.role(field) == .target, tree.kind(tree.parent(field)) == .assignment,
            let value = tree.child(tree.parent(field), .value),
            FunctionTable.enclosing(field, in: tree) == function
        else { return nil }
        let name = sent.lastName(field)
        let isKey = name == "id" && !holder.isEmpty
        return sent.isIdentifierName(isKey ? holder.filter { $0 != "$" } + "Id" : name) ? value : nil
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

    // MARK: Whole bodies

    /// The variables of bodies that are written as wholes: `Task(**body.model_dump())`, `create({ data: body })`.
    private func wholeBodies(storedBy query: Query, in written: [NodeIndex], _ sent: SentData) -> [NodeIndex] {
        let spread = written.flatMap { root in
            (root..<tree.subtreeEnd(root)).filter { node in
                tree.kind(node) == .spread
                    && !query.predicates.contains { ($0..<tree.subtreeEnd($0)).contains(node) }
            }
        }
        let whole = query.assignments.filter { $0.column.isEmpty && $0.value >= 0 }.map(\.value)
        return Set((spread + whole).compactMap { body(in: $0, sent) }).sorted()
    }

    private func body(in value: NodeIndex, _ sent: SentData) -> NodeIndex? {
        var node = value
        if tree.kind(node) == .spread { node = tree.child(node, .value) ?? tree.firstChild(node) ?? node }
        node = TextReader(facts: facts).unwrapped(node)
        if let object = sent.represented(by: node), !leavesFieldsOut(node) { node = object }
        guard tree.kind(node) == .identifier, let variable = facts.variable(of: node), sent.isBodyParameter(variable)
        else { return nil }
        return node
    }

    /// Whether only some fields are given: `body.dict(exclude={"project_id"})`.
    private func leavesFieldsOut(_ call: NodeIndex) -> Bool {
        guard let list = tree.child(call, .arguments) else { return false }
        return tree.children(list).contains { argument in
            tree.child(argument, .label).map { facts.means(.choosesFields, $0) }
                ?? (tree.kind(argument) != .keywordArgument)
        }
    }

    /// The names of the fields that a class of the file and its superclasses declare; nil where it has none of that name.
    private func fields(ofClass name: String) -> [String]? {
        var seen: Set<NodeIndex> = []
        return fields(ofClass: name, depth: 0, &seen)
    }

    /// - Parameter seen: the classes that were asked already.
    private func fields(ofClass name: String, depth: Int, _ seen: inout Set<NodeIndex>) -> [String]? {
        let owner = facts.target.nodes(of: .class).first { node in
            tree.child(node, .name).map { facts.text($0) == name } ?? false
        }
        guard depth < 4, let owner, seen.insert(owner).inserted else { return nil }
        let bases = tree.children(owner).filter { tree.role($0) == .supertype && tree.kind($0) == .identifier }
        return bases.reduce(into: facts.fields(ofClass: owner)) { found, base in
            found += fields(ofClass: facts.text(base), depth: depth + 1, &seen) ?? []
        }
    }
}
