import Matching
import SQL
import SourceText
import Syntax

/// Puts together what the models' patterns say of database operations in one file, and the SQL texts beside them.
struct QueryCollector {
    let facts: FileFacts
    let reader: TextReader
    let provenance: ProvenanceReader
    /// Statements that builders make, by the outermost node of their chain.
    private var builders: [NodeIndex: ModelMatch] = [:]

    init(facts: FileFacts) {
        self.facts = facts
        reader = TextReader(facts: facts)
        provenance = ProvenanceReader(facts: facts)
    }

    var tree: SyntaxTree { facts.tree }

    /// All operations in source order.
    mutating func collect() -> [Query] {
        let chosen = chosenMatches()
        for (outermost, match) in chosen where match.value("builder")?.boolean == true { builders[outermost] = match }
        var queries: [Query] = []
        for (outermost, match) in chosen where match.value("builder")?.boolean != true {
            if let query = query(match, outermost: outermost) { queries.append(query) }
        }
        queries.sort { $0.range < $1.range }
        queries = withoutParts(queries)
        var texts = SQLTextCollector(facts: facts, reader: reader)
        for (node, text) in texts.collect(beside: queries) { queries.append(query(text, at: node)) }
        for index in queries.indices {
            queries[index].function = QueryPlacement.function(of: queries[index].node, facts)
        }
        return queries.sorted { $0.range < $1.range }
    }

    /// By the outermost node of each chain: of several patterns that match in it, the one that says most.
    private func chosenMatches() -> [(NodeIndex, ModelMatch)] {
        var chosen: [NodeIndex: ModelMatch] = [:]
        for match in facts.matches.of(.queries) where match.match.node >= 0 {
            var node = match.match.node
            if tree.kind(node) == .expressionStatement, let value = tree.child(node, .value) { node = value }
            // What one model says of a call another may say of waiting for it, or of giving its promise back.
            if match.value("sql") == nil, tree.kind(node) == .await || tree.kind(node) == .return,
                let value = tree.child(node, .value)
            {
                node = value
            }
            let key = match.value("sql") != nil ? node : QueryChain(around: node, in: tree).outermost
            if let known = chosen[key], !saysMore(match, than: known) { continue }
            chosen[key] = match
        }
        return chosen.sorted { $0.key < $1.key }
    }

    /// Of two that look for SQL, the one that finds it; text that is SQL before a name; else by the number of fields that say what
    /// it is.
    private func saysMore(_ match: ModelMatch, than known: ModelMatch) -> Bool {
        if (match.value("sql") != nil) != (known.value("sql") != nil) {
            if findsSQL(match) { return true }
            if findsSQL(known) { return false }
        }
        if match.value("sql") != nil, known.value("sql") != nil, findsSQL(match) != findsSQL(known) {
            return findsSQL(match)
        }
        let counts = (fieldCount(match), fieldCount(known))
        if counts.0 != counts.1 { return counts.0 > counts.1 }
        return !findsSQL(known) && findsSQL(match)
    }

    /// When a query is run says nothing of what it is.
    private func fieldCount(_ match: ModelMatch) -> Int {
        match.entry.fields.count - (match.value("deferred") == nil ? 0 : 1)
    }

    private func findsSQL(_ match: ModelMatch) -> Bool {
        guard let argument = match.node("sql"), let text = reader.text(of: argument) else { return false }
        return text.sqlText().likelihood > .none
    }

    /// A chain may stand inside another's arguments (a subquery of a builder), but not be a part of its spine.
    private func withoutParts(_ queries: [Query]) -> [Query] {
        var spines = Set<NodeIndex>()
        for query in queries {
            var node = query.node
            while let object = tree.child(node, .callee).flatMap({ tree.child($0, .object) })
                ?? tree.child(node, .object)
            {
                node = object
                spines.insert(node)
            }
        }
        let nodes = Set(queries.map(\.node))
        return queries.filter { query in
            query.document != nil || !spines.contains(query.node) && !isArgument(query.node, ofOneOf: nodes)
        }
    }

    /// Whether a chain stands in the arguments of another query, as a part of its statement: a subquery.
    private func isArgument(_ node: NodeIndex, ofOneOf queries: Set<NodeIndex>) -> Bool {
        var current = tree.parent(node)
        var isInside = false
        while current >= 0, !tree.kind(current).isStatement, tree.kind(current) != .lambda, tree.kind(current) != .await
        {
            if tree.kind(current) == .argumentList { isInside = true }
            // A statement in the template of another.
            if tree.kind(current) == .interpolation { return true }
            if isInside, queries.contains(current) { return true }
            current = tree.parent(current)
        }
        return false
    }

    // MARK: One operation

    private func query(_ match: ModelMatch, outermost: NodeIndex) -> Query? {
        if let argument = match.node("sql") {
            let value = tree.argumentValue(argument)
            return sqlQuery(match, argument: value) ?? builtQuery(match, argument: value)
        }
        if let client = match.node("client"), isCollection(client) { return nil }
        let query = MapperQuery(facts: facts, match: match).query(outermost: outermost)
        if match.value("promised")?.boolean == true, let node = query?.node, isUsedAtOnce(node) { return nil }
        return query
    }

    /// Whether what a call gives is used where it stands, though what it is taken for gives a promise: then it is something
    /// else of the same name, which makes an object.
    private func isUsedAtOnce(_ call: NodeIndex) -> Bool {
        var node = call
        while [.parenthesized, .conditional, .cast].contains(tree.kind(tree.parent(node))) { node = tree.parent(node) }
        let holder = tree.parent(node)
        switch tree.kind(holder) {
        case .pair: return tree.role(node) == .value
        case .argumentList: return tree.kind(tree.parent(holder)) == .new
        case .declarator:
            guard let target = tree.child(holder, .target), tree.kind(target) == .identifier else { return false }
            let uses = facts.uses(ofVariableAt: target).dropFirst()
            return !uses.isEmpty && uses.allSatisfy { tree.kind(tree.parent($0)) != .await }
                && uses.contains { use in
                    tree.role(use) == .object
                        && tree.child(tree.parent(use), .name).map { !facts.means(.waitsForPromise, $0) } == true
                }
        default: return false
        }
    }

    /// Whether the variable that a call is made on holds a collection of the language: `const byDb = new Map()`.
    private func isCollection(_ client: NodeIndex) -> Bool {
        guard tree.kind(client) == .identifier else { return false }
        return facts.uses(ofVariableAt: client).contains { use in
            guard tree.role(use) == .target, let value = tree.child(tree.parent(use), .value), tree.kind(value) == .new,
                let made = tree.child(value, .callee)
            else { return false }
            return facts.means(.collectionClass, made)
        }
    }

    /// A call that is given SQL text.
    private func sqlQuery(_ match: ModelMatch, argument: NodeIndex) -> Query? {
        guard var text = reader.text(of: argument) else { return nil }
        if match.value("binds")?.boolean == true {
            // What a variable of the driver's own type holds is seen to by the variable's type.
            if tree.kind(reader.unwrapped(argument)) != .identifier { text = text.bound() }
        }
        guard text.sqlText().likelihood > .none else { return nil }
        let parameters = SQLParameters(facts: facts, call: match.match.node, sql: argument)
        let query = query(text, at: match.match.node, parameters)
        query.isRun = match.value("runs")?.boolean != false
        query.model = match.model
        query.client = match.node("client")
        query.joinsUnit = match.value("unit")?.boolean == true
        query.givesRowsFirst = match.value("rows-first")?.boolean == true
        let chain = QueryChain(around: match.match.node, in: tree)
        query.range = tree.range(chain.outermost)
        if chain.links.contains(where: { facts.names.holds(.singleRow, $0.name) })
            || match.value("unique")?.boolean == true
        {
            query.isUnique = true
        }
        return query
    }

    /// A call that is given a statement that a builder made, be it in a variable.
    private func builtQuery(_ match: ModelMatch, argument: NodeIndex) -> Query? {
        var node = reader.unwrapped(argument)
        var isOpen = false
        var depth = 0
        // `users.filter(id == 1).count`
        let isCounted =
            tree.kind(node) == .member && tree.child(node, .name).map { facts.means(.countsRows, $0) } == true
        if isCounted, let counted = tree.child(node, .object) { node = reader.unwrapped(counted) }
        while tree.kind(node) == .identifier, depth < 6 {
            let variable = facts.target.semantics.variables[Int(node)]
            guard variable >= 0 else { return nil }
            var value = facts.target.semantics.variableValues[Int(variable)]
            if value < 0 {
                // Refined step by step: the first value says what it is, the steps may add anything.
                isOpen = true
                value =
                    facts.uses(of: variable).lazy.filter { tree.role($0) == .target }.compactMap {
                        self.tree.child(self.tree.parent($0), .value)
                    }.first ?? -1
            }
            guard value >= 0, value != node else { return nil }
            node = reader.unwrapped(value)
            depth += 1
        }
        let outermost = QueryChain(around: node, in: tree).outermost
        guard let builder = builders[outermost],
            let query = MapperQuery(facts: facts, match: builder).query(outermost: outermost)
        else { return nil }
        let runChain = QueryChain(around: match.match.node, in: tree)
        query.node = runChain.outermost
        query.range = tree.range(runChain.outermost)
        query.isRun = true
        query.isAggregate = query.isAggregate || isCounted
        query.client = match.node("client")
        query.joinsUnit = match.value("unit")?.boolean == true
        if runChain.links.contains(where: { facts.names.holds(.singleRow, $0.name) })
            || match.value("unique")?.boolean == true
        {
            query.isUnique = true
        }
        if isOpen {
            if query.hasWhere == false { query.hasWhere = nil }
            if query.hasLimit == false { query.hasLimit = nil }
        }
        // Each of several rows of values may name the row that it is for; one set of values is for all rows.
        if query.hasWhere == false, let rows = match.node("rows"), tree.kind(reader.unwrapped(rows)) != .object {
            query.hasWhere = nil
        }
        return query
    }

    /// What a text of SQL says.
    private func query(_ text: BuiltText, at node: NodeIndex, _ parameters: SQLParameters? = nil) -> Query {
        let document = SQLDocument(text.sqlText())
        let query = Query(
            node: node, range: tree.range(node), model: "", statement: .other, text: text, document: document)
        query.isRun = false
        SQLQueryReader(facts: facts, document: document, parameters: parameters).fill(query)
        query.provenances = zip(text.holes, document.holeRoles).map {
            provenance.provenance(of: $0, as: $1, in: query.statement)
        }
        return query
    }
}
