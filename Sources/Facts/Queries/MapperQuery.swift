import Matching
import SourceText
import Syntax

/// Reads a query off a chain of calls of a mapper or query builder, by what the model says of the calls' names.
struct MapperQuery {
    let facts: FileFacts
    let match: ModelMatch
    var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts, match: ModelMatch) {
        self.facts = facts
        self.match = match
    }

    func query(outermost: NodeIndex) -> Query? {
        var chain = QueryChain(around: outermost, in: tree)
        let written = match.value("statement")?.text.flatMap { Query.Statement(rawValue: $0) } ?? .select
        let query = Query(node: outermost, range: tree.range(outermost), model: match.model, statement: written)
        if match.value("builder")?.boolean == true { chain.links = links(before: chain) + chain.links }
        let isComplete = follow(&chain)
        let texts = names("text") ?? []
        // The text of a statement may be added to, and is run by somebody else.
        let isText = chain.links.contains { texts.contains($0.name) }
        if !isComplete || isText { chain.isOpen = true }
        query.isRun = !isText
        if let run = names("run"), !chain.links.contains(where: { run.contains($0.name) }),
            match.value("builder") == nil
        {
            return nil
        }
        if let last = chain.links.last(where: { tree.range($0.node).start >= tree.range(outermost).start }),
            !(outermost..<tree.subtreeEnd(outermost)).contains(last.node)
        {
            let place = QueryChain(around: last.node, in: tree).outermost
            query.node = place
            query.range = tree.range(place)
        }
        query.isHandedOn = isLazy && !isEnded(chain) && isHandedOn(query.node)
        query.client = match.node("client")
        query.joinsUnit = match.value("unit")?.boolean == true
        query.isDeferred = match.value("deferred")?.boolean == true
        readFields(query)
        readLinks(chain, query)
        readOptions(query)
        if chain.isOpen {
            if query.hasWhere == false { query.hasWhere = nil }
            if query.hasLimit == false { query.hasLimit = nil }
        }
        if query.limit == 1 { query.isUnique = true }
        if addsUpLimited(chain) { (query.isAggregate, query.hasLimitedSource) = (true, true) }
        query.isByKey = query.isByKey || asksByKey(query)
        return query
    }

    /// Whether what is added up are the rows of another statement, or of the chain so far, which a limit cuts off:
    /// `newest = select(Item.price).limit(10).subquery()`, `select(func.sum(newest.c.price))`;
    /// `items[:10].values("kind").annotate(total=Sum("price"))`.
    private func addsUpLimited(_ chain: QueryChain) -> Bool {
        guard let limits = names("limit") else { return false }
        let parts = chain.links.flatMap(\.arguments).flatMap { $0..<tree.subtreeEnd($0) }
        let afterLimit = chain.links.drop { !limits.contains($0.name) }.dropFirst().flatMap(\.arguments)
        if afterLimit.contains(where: addsUp) { return true }
        return parts.contains { part in
            guard tree.kind(part) == .call, let callee = tree.child(part, .callee), facts.isNamed(.sumCall, callee),
                let list = tree.child(part, .arguments)
            else { return false }
            return (list..<tree.subtreeEnd(list)).contains { node in
                guard tree.kind(node) == .identifier, let value = facts.onlyValue(of: node) else { return false }
                let source = QueryChain(around: TextReader(facts: facts).unwrapped(value), in: tree)
                return source.links.contains { limits.contains($0.name) }
            }
        }
    }

    /// `total=Sum("price")`
    private func addsUp(_ argument: NodeIndex) -> Bool {
        (argument..<tree.subtreeEnd(argument)).contains { part in
            tree.kind(part) == .call && tree.child(part, .callee).map { facts.isNamed(.sumCall, $0) } == true
        }
    }

    /// The calls that made what a statement's chain starts from, where a variable holds that: `let one = users.filter(..)`.
    private func links(before chain: QueryChain) -> [QueryChain.Link] {
        guard tree.kind(chain.root) == .identifier else { return [] }
        guard let value = facts.onlyValue(of: chain.root), value != chain.root else { return [] }
        return QueryChain(around: TextReader(facts: facts).unwrapped(value), in: tree).links
    }

    private func names(_ role: String) -> [String]? {
        guard case .mapping(let roles)? = match.value("chain"), let list = roles[role] else { return nil }
        return list.texts
    }

    /// Adds the links of a chain that goes on in the variable that it is kept in. false where the variable leaves the sight.
    private func follow(_ chain: inout QueryChain) -> Bool {
        if let run = names("run"), chain.links.contains(where: { run.contains($0.name) }) { return true }
        // What a model does not call a chain gives rows, whose methods are not the query's.
        if match.value("chain") == nil || isEnded(chain) { return true }
        var node = chain.outermost
        while tree.parent(node) >= 0, tree.kind(tree.parent(node)) == .parenthesized { node = tree.parent(node) }
        let holder = tree.parent(node)
        guard holder >= 0, tree.role(node) == .value,
            tree.kind(holder) == .declarator || tree.kind(holder) == .assignment,
            let target = tree.child(holder, .target), tree.kind(target) == .identifier
        else { return isConsumed(node) }
        let isBuilder = match.value("builder")?.boolean == true
        var handedOn = 0
        var further: [[QueryChain.Link]] = []
        // What was made of the variable before it held this is another query.
        for use in facts.uses(ofVariableAt: target) where use > target && tree.role(use) != .target {
            let next = QueryChain(around: use, in: tree)
            if next.root == use, let first = next.links.first {
                // What is made of it and run by itself is another statement: `db.run(row.update(..))`.
                if isBuilder, tree.kind(tree.parent(next.outermost)) == .argumentList { continue }
                // The variable may hold other things at other times.
                if !isLazy || isKnown(first.name) { further.append(next.links) }
            } else if tree.kind(tree.parent(use)) == .argumentList || tree.kind(tree.parent(use)) == .keywordArgument
                || tree.kind(tree.parent(use)) == .return
            {
                if !isLazy || !isTaken(use) { handedOn += 1 }
            }
        }
        // One that counts the rows beside others that read them is a query of its own.
        let counts = names("aggregate") ?? []
        let isShared = further.count > 1
        for links in further where !isShared || !links.contains(where: { counts.contains($0.name) }) {
            chain.links += links
        }
        // A statement is handed to what runs it; to anything else, and it may be added to.
        return handedOn <= (isBuilder ? 1 : 0)
    }

    /// Whether a chain is an argument of something that does not go through its rows.
    private func isHandedOn(_ node: NodeIndex) -> Bool {
        guard let name = receiver(of: node) else { return false }
        return !facts.names.holds(.passesElements, name) && !facts.names.holds(.sumCall, name)
            && !facts.names.holds(.numberFunction, name) && !facts.names.holds(.goesThrough, name)
    }

    /// Whether a chain is an argument of something that takes all rows that it gives, as they are: `list(..)`, a serialiser.
    private func isTaken(_ node: NodeIndex) -> Bool {
        guard tree.kind(tree.parent(node)) == .argumentList, let name = receiver(of: node),
            let callee = tree.child(tree.parent(tree.parent(node)), .callee)
        else { return false }
        if facts.names.holds(.serializesRows, name) { return true }
        return tree.kind(callee) == .identifier
            && (facts.names.holds(.passesElements, name) || facts.names.holds(.goesThrough, name))
    }

    /// The last name of what a node is an argument of.
    private func receiver(of node: NodeIndex) -> String? {
        var argument = node
        if tree.parent(argument) >= 0, tree.kind(tree.parent(argument)) == .keywordArgument {
            argument = tree.parent(argument)
        }
        let list = tree.parent(argument)
        guard list >= 0, tree.kind(list) == .argumentList, let callee = tree.child(tree.parent(list), .callee) else {
            return nil
        }
        return facts.name(of: callee).lastDottedPart
    }

    private var isLazy: Bool { match.value("lazy")?.boolean == true }

    /// Whether a call of a lazy chain has given something that is no query any more.
    private func isEnded(_ chain: QueryChain) -> Bool {
        guard isLazy, case .mapping(let roles)? = match.value("chain") else { return false }
        let ends = Self.endingRoles.compactMap { roles[$0] }
        return chain.links.contains { link in ends.contains { $0.lists(link.name) } }
    }

    private static let endingRoles = ["one", "aggregate", "update", "delete", "upsert", "insert", "final"]

    private func isKnown(_ name: String) -> Bool {
        guard case .mapping(let roles)? = match.value("chain") else { return false }
        return roles.values.contains { $0.lists(name) }
    }

    /// A chain that no variable keeps is all there is, unless it is handed to somebody who may add to it.
    private func isConsumed(_ node: NodeIndex) -> Bool {
        guard isLazy else { return true }
        let parent = tree.parent(node)
        guard parent >= 0 else { return true }
        switch tree.kind(parent) {
        case .return, .keywordArgument, .shorthand, .pair: return tree.kind(parent) == .return
        case .argumentList: return isTaken(node)
        default: return true
        }
    }

    // MARK: Fields of the entry

    private func readFields(_ query: Query) {
        if let text = match.text("table", in: tree) {
            query.table = match.node("table")
            query.tables = [tableName(query.table.flatMap(madeClass) ?? text)]
        }
        query.column = match.node("column").map { SQLQueryReader.folded(Array(tree.text($0))) }
        query.hasWhere = presence("where")
        query.hasLimit = presence("limit")
        query.predicates += match.nodes("where", in: tree) + match.nodes("predicate", in: tree)
        query.isUnique = match.value("unique")?.boolean ?? false
        query.isAggregate = match.value("aggregate")?.boolean ?? false
        query.isGrouped = match.value("grouped")?.boolean ?? false
        query.countsAll = match.value("counts-all")?.boolean ?? false
        query.givesRowsFirst = match.value("rows-first")?.boolean ?? false
        query.limitNode = match.node("limit")
        if let node = query.limitNode, case .integer(let limit)? = facts.target.constant(node) {
            query.limit = limit
        }
        readValues(match.nodes("values", in: tree), query)
    }

    /// A field that says itself whether the clause is there, or is there where its metavariable is bound to something.
    private func presence(_ field: String) -> Bool {
        guard let value = match.value(field) else { return false }
        if let truth = value.boolean { return truth }
        return match.nodes(field, in: tree).contains { !isEmptyObject($0) }
    }

    private func isEmptyObject(_ node: NodeIndex) -> Bool {
        (tree.kind(node) == .object || tree.kind(node) == .array) && tree.firstChild(node) == nil
    }

    /// The class of a record that is made where a variable is given it: `entry = LogEntry(..)`.
    private func madeClass(_ record: NodeIndex) -> String? {
        guard tree.kind(record) == .identifier else { return nil }
        guard let value = facts.onlyValue(of: record) else { return nil }
        let call = TextReader(facts: facts).unwrapped(value)
        guard let callee = tree.child(call, .callee) else { return nil }
        // `Table("users")` says itself what it stands for.
        if let list = tree.child(call, .arguments), let first = tree.firstChild(list),
            facts.target.stringValue(first) != nil
        {
            return nil
        }
        let name = facts.text(callee)
        return name.split(separator: ".").last?.utf8.startsWithCapital == true && !name.contains("(") ? name : nil
    }

    /// `schema.users`, `"users"`, `models.User` → `users`, `user`
    func tableName(_ text: String) -> String {
        let bare = text.filter { $0 != "\"" && $0 != "'" && $0 != "`" }
        // `Player.limit(10)`: what a chain starts from.
        var parts = bare.prefix { $0 != "(" }.split(separator: ".")
        if bare.contains("("), parts.count > 1 { parts.removeLast() }
        let last = parts.last { !facts.names.holds(.wholeTable, String($0)) }.map(String.init) ?? bare
        return last.lowercased()
    }

    private func readValues(_ nodes: [NodeIndex], _ query: Query) {
        guard !nodes.isEmpty else { return }
        query.hasKnownAssignments = true
        for node in nodes { addValues(TextReader(facts: facts).unwrapped(node), query) }
    }

    private func addValues(_ node: NodeIndex, _ query: Query) {
        switch tree.kind(node) {
        case .object:
            for child in tree.children(node) { addPair(child, query) }
        case .keywordArgument:
            guard let label = tree.child(node, .label), let value = tree.child(node, .value) else { return }
            query.assignments.append(assignment(facts.text(label), value))
        case .new, .call:
            for argument in tree.child(node, .arguments).map({ Array(tree.children($0)) }) ?? [] {
                addValues(argument, query)
            }
        case .binary where facts.mainText(node) == "<-":
            // `balance <- value`
            guard let column = tree.child(node, .left), let value = tree.child(node, .right) else { return }
            let name = Array(tree.text(column))
            let isAtomic = (value..<tree.subtreeEnd(value)).contains {
                Array(tree.text($0)) == name && tree.role($0) != .index
            }
            query.assignments.append(
                QueryAssignment(column: SQLQueryReader.folded(name), value: value, isAtomic: isAtomic))
        case .array:
            for child in tree.children(node) { addValues(child, query) }
        case .identifier:
            let inner = facts.onlyValue(of: node).map(TextReader(facts: facts).unwrapped)
            if let inner, [.object, .new, .call].contains(tree.kind(inner)) {
                addValues(inner, query)
            } else {
                query.hasKnownAssignments = false
                query.assignments.append(QueryAssignment(column: "", value: node))
            }
        default:
            query.hasKnownAssignments = false
            query.assignments.append(QueryAssignment(column: "", value: node))
        }
    }

    /// `set(\.$balance, to: value)`, `set("balance", value)`: a column, and what it is given.
    private func columnAndValue(_ arguments: [NodeIndex]) -> QueryAssignment? {
        guard arguments.count == 2, [.keyPath, .string].contains(tree.kind(arguments[0])) else { return nil }
        let value = tree.kind(arguments[1]) == .keywordArgument ? tree.child(arguments[1], .value) : arguments[1]
        guard let value else { return nil }
        let name =
            facts.target.stringValue(arguments[0]).map { String(decoding: $0, as: UTF8.self) }
            ?? facts.text(arguments[0]).lastDottedPart
        return assignment(name.filter { $0 != "$" && $0 != "\\" }, value)
    }

    private func addPair(_ pair: NodeIndex, _ query: Query) {
        switch tree.kind(pair) {
        case .pair:
            guard let key = tree.child(pair, .key), let value = tree.child(pair, .value) else { return }
            let name = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
            // `$set: { .. }` and its like hold the columns.
            if name.hasPrefix("$"), tree.kind(value) == .object {
                for child in tree.children(value) { addPair(child, query) }
                if facts.names.holds(.atomicChange, name) {
                    for index in query.assignments.indices.suffix(Array(tree.children(value)).count) {
                        query.assignments[index].isAtomic = true
                    }
                }
                return
            }
            query.assignments.append(assignment(name, value))
        case .shorthand:
            guard let name = tree.child(pair, .name) else { return }
            query.assignments.append(assignment(facts.text(name), name))
        default:
            query.hasKnownAssignments = false
            if let value = tree.child(pair, .value) ?? tree.firstChild(pair) {
                query.assignments.append(QueryAssignment(column: "", value: value))
            }
        }
    }

    private func assignment(_ name: String, _ value: NodeIndex) -> QueryAssignment {
        let text = Array(tree.text(value))
        let isAtomic = Self.atomicParts.contains { ByteSearch.contains($0, in: text) }
        return QueryAssignment(column: SQLQueryReader.folded(Array(name.utf8)), value: value, isAtomic: isAtomic)
    }

    /// What stands in a value that the database computes from the one before.
    private static let atomicParts = ["increment:", "decrement:", "F(", "sql`", "raw(", "literal("].map {
        Array($0.utf8)
    }

    // MARK: Calls of the chain

    private func readLinks(_ chain: QueryChain, _ query: Query) {
        guard case .mapping(let roles)? = match.value("chain") else { return }
        for link in chain.links {
            for (role, value) in roles where value.lists(link.name) { apply(role, link, query) }
        }
    }

    private func apply(_ role: String, _ link: QueryChain.Link, _ query: Query) {
        switch role {
        case "where":
            guard link.arguments.contains(where: { !isEmptyObject($0) }) else { return }
            query.hasWhere = true
            query.predicates += link.arguments
            query.isByKey = query.isByKey || asksByKey(link)
        case "limit":
            query.hasLimit = true
            query.limitNode = link.arguments.first
            if let first = link.arguments.first, case .integer(let limit)? = facts.target.constant(first) {
                query.limit = limit
            }
            if link.name == "[:]" { query.limit = sliceLength(link) }
        case "one": query.isUnique = true
        case "aggregate": query.isAggregate = true
        case "grouped": query.isGrouped = true
        case "rows-first": query.givesRowsFirst = true
        case "locks": query.locksRows = true
        case "table":
            guard let first = link.arguments.first else { return }
            let value = tree.argumentValue(first)
            query.table = value
            query.tables = [
                tableName(
                    facts.target.stringValue(value).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(value))
            ]
        case "values":
            if let assignment = columnAndValue(link.arguments) {
                query.hasKnownAssignments = query.hasKnownAssignments || query.assignments.isEmpty
                query.assignments.append(assignment)
            } else {
                readValues(link.arguments, query)
            }
        default:
            guard let statement = Query.Statement(rawValue: role) else { return }
            query.statement = statement
            // A method of the project's own that is given what to delete.
            if statement == .delete, query.hasWhere == false, link.arguments.contains(where: isValue) {
                query.hasWhere = nil
            }
            if statement == .update || statement == .insert || statement == .upsert {
                readValues(link.arguments, query)
            }
        }
    }

    /// Whether an argument is neither an option nor constant.
    private func isValue(_ argument: NodeIndex) -> Bool {
        [.identifier, .member, .call, .index].contains(tree.kind(argument)) && facts.target.constant(argument) == nil
    }

    /// `[:10]` gives ten rows.
    private func sliceLength(_ link: QueryChain.Link) -> Int? {
        guard let slice = link.arguments.first, tree.kind(slice) == .slice, tree.child(slice, .lower) == nil,
            let upper = tree.child(slice, .upper), case .integer(let length)? = facts.target.constant(upper)
        else { return nil }
        return length
    }

    // MARK: Options in an object

    /// `{ where: .., take: 10, data: .. }`, by the keys that the model names for each role.
    private func readOptions(_ query: Query) {
        guard case .mapping(let roles)? = match.value("options"), let slot = roles["object"]?.metavariable,
            let binding = match.match.bindings[slot]
        else { return }
        let node: NodeIndex
        switch binding.content {
        case .node(let only): node = object(of: only)
        case .nodes(let first, let last) where first >= 0 && tree.subtreeEnd(first) > last: node = object(of: first)
        default: return
        }
        guard tree.kind(node) == .object else {
            // What is not seen may hold anything.
            if query.hasWhere == false { query.hasWhere = nil }
            if query.hasLimit == false { query.hasLimit = nil }
            return
        }
        // Where the model knows all options, an object of other keys is a predicate itself.
        var isPredicate = roles["others"] != nil && tree.firstChild(node) != nil
        for pair in tree.children(node) {
            if tree.kind(pair) == .spread {
                isPredicate = false
                if query.hasWhere == false { query.hasWhere = nil }
                if query.hasLimit == false { query.hasLimit = nil }
                continue
            }
            guard let key = tree.child(pair, .key) ?? tree.child(pair, .name) else { continue }
            let value = tree.child(pair, .value) ?? key
            let name = facts.target.stringValue(key).map { String(decoding: $0, as: UTF8.self) } ?? facts.text(key)
            // Some take the predicate itself where options may stand.
            if facts.names.holds(.keyColumn, name) { query.isByKey = true }
            for (role, keys) in roles where keys.lists(name) {
                isPredicate = false
                apply(role, QueryChain.Link(name: name, node: pair, arguments: [value]), query)
            }
        }
        if isPredicate { query.hasWhere = true }
    }

    private func object(of node: NodeIndex) -> NodeIndex {
        let node = TextReader(facts: facts).unwrapped(node)
        guard tree.kind(node) == .identifier else { return node }
        guard let value = facts.onlyValue(of: node), facts.uses(ofVariableAt: node).count <= 2 else { return node }
        return TextReader(facts: facts).unwrapped(value)
    }
}
