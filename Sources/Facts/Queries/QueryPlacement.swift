import Matching
import SQL
import SourceText
import Syntax

/// Where a query stands: on whose execution path, in which loop, in which transaction.
struct QueryPlacement {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// The function that a node is run by: callbacks of iterations, promises and transactions belong to the one around them.
    static func function(of node: NodeIndex, _ facts: FileFacts) -> NodeIndex {
        let tree = facts.tree
        var current = node
        while current >= 0 {
            switch tree.kind(current) {
            case .function: return current
            case .lambda:
                guard let method = callbackMethod(of: current, facts),
                    isImmediate(method, facts) || facts.isContinuation(current)
                else { return current }
            default: break
            }
            current = tree.parent(current)
        }
        return -1
    }

    private static func isImmediate(_ method: String, _ facts: FileFacts) -> Bool {
        facts.names.holds(.immediateCall, method) || facts.names.holds(.iteratingCall, method)
    }

    /// The name of the method that a lambda is given to.
    static func callbackMethod(of lambda: NodeIndex, _ facts: FileFacts) -> String? {
        let tree = facts.tree
        var argument = tree.parent(lambda)
        if argument >= 0, tree.kind(argument) == .keywordArgument { argument = tree.parent(argument) }
        guard argument >= 0, tree.kind(argument) == .argumentList, tree.parent(argument) >= 0,
            let callee = tree.child(tree.parent(argument), .callee)
        else { return nil }
        return facts.name(of: callee).lastDottedPart
    }

    // MARK: Loops

    /// The innermost loop over an unknown number of elements whose element the query depends on; but not by its table: what
    /// reads another table for each element cannot be read at once, and neither can what functions of the database give. Where
    /// the query stands in none, a loop of the file that calls the function around it for each element.
    func loop(around query: Query) -> NodeIndex? {
        guard mayRepeat(query) else { return nil }
        return loop(around: query.node, of: query) ?? callingLoop(around: query)
    }

    /// Whether what a query asks for each element could be asked at once for all.
    func mayRepeat(_ query: Query) -> Bool {
        query.document?.statements.contains(where: readsTable) != false && !query.isHandedOn
            && !isBatched(query) && !isBuiltUpon(query) && !isCombined(query) && !isPartOfAnother(query)
    }

    private func readsTable(_ statement: SQLStatement) -> Bool {
        statement.tables.contains { table in
            if case .function = table.source { return false }
            return true
        }
    }

    /// The innermost loop over an unknown number of elements whose element a node depends on.
    /// - Parameter query: what is asked there; nil where a function of another file asks it.
    func loop(around node: NodeIndex, of query: Query?) -> NodeIndex? {
        var current = node
        var named: [NodeIndex] = []
        while true {
            let parent = tree.parent(current)
            guard parent >= 0, tree.kind(parent) != .function else { return nil }
            switch tree.kind(parent) {
            // What ends the function is done once, in whichever turn of a loop.
            case .return, .throw:
                guard let callback = FunctionTable.enclosing(parent, in: tree), tree.kind(callback) == .lambda else {
                    return nil
                }
                while tree.parent(current) != callback { current = tree.parent(current) }
                continue
            case .forEach where tree.role(current) == .body:
                guard let iterable = tree.child(parent, .iterable), isUnbounded(iterable),
                    !isKey(named, of: parent, over: iterable)
                else { break }
                if mentions(parent, within: node, except: iterable) {
                    // Nor can what is asked of another database for each element.
                    let isElsewhere = query?.client.map { isPicked($0, by: parent, except: iterable) } ?? false
                    return isElsewhere || isTable(of: query, boundIn: parent, except: iterable)
                        || asksForGroup(query, boundIn: parent) ? nil : parent
                }
            case .for where tree.role(current) == .body:
                if isCounting(parent), mentions(parent, within: node, except: -1) { return parent }
            case .while where tree.role(current) == .body:
                if let counter = counter(of: parent), tree.names(counter, within: node) { return parent }
            case .comprehension:
                let clause = tree.children(parent).first { tree.kind($0) == .comprehensionClause }
                guard let clause, current != clause, let iterable = tree.child(clause, .iterable), isUnbounded(iterable)
                else { break }
                if mentions(clause, within: node, except: iterable) {
                    return isTable(of: query, boundIn: clause, except: iterable) ? nil : parent
                }
            case .comprehensionClause: break
            case .if where tree.role(current) != .condition && tree.role(current) != .alternate:
                if let name = nameCompared(in: parent) { named.append(name) }
            case .lambda:
                guard let method = Self.callbackMethod(of: parent, facts) else { return nil }
                if facts.names.holds(.iteratingCall, method), let object = receiver(of: parent), isUnbounded(object),
                    !isContinuation(parent, of: object),
                    let parameters = tree.child(parent, .parameters) ?? tree.child(parent, .body),
                    mentions(parameters, within: node, except: -1, body: tree.child(parent, .body))
                {
                    return isTable(of: query, boundIn: parent, except: -1) ? nil : parent
                }
                // What is read for a transaction of its own is read with it.
                guard Self.isImmediate(method, facts), !facts.names.holds(.opensTransaction, method) else { return nil }
            default: break
            }
            current = parent
        }
    }

    /// The name that has to be one text for what an `if` holds: `if key == "owner_id"`.
    private func nameCompared(in branch: NodeIndex) -> NodeIndex? {
        guard let condition = tree.child(branch, .condition), facts.isEquality(condition),
            let name = tree.child(condition, .left),
            tree.kind(name) == .identifier, let text = tree.child(condition, .right), tree.kind(text) == .string
        else { return nil }
        return name
    }

    /// Whether one of several names is the key in a loop over the entries of an object: each key comes once.
    private func isKey(_ names: [NodeIndex], of loop: NodeIndex, over iterable: NodeIndex) -> Bool {
        guard !names.isEmpty, tree.kind(iterable) == .call, let callee = tree.child(iterable, .callee),
            facts.names.holds(.givesEntries, facts.name(of: callee).lastDottedPart)
        else { return false }
        return names.contains { mentions(loop, within: $0, except: iterable) }
    }

    private func isTable(of query: Query?, boundIn loop: NodeIndex, except iterable: NodeIndex) -> Bool {
        guard let query else { return false }
        var tables: [NodeIndex] = query.table.map { tree.kind($0) == .string ? [] : [tableRoot($0)] } ?? []
        for (role, hole) in zip(query.document?.holeRoles ?? [], query.text?.holes ?? [])
        where role == .table || role == .quotedIdentifier {
            tables.append(hole.node)
        }
        return tables.contains { mentions(loop, within: $0, except: iterable) }
    }

    /// Of a request that was refined, what it started from: `Book` of `Book.filter(..)`.
    private func tableRoot(_ table: NodeIndex) -> NodeIndex {
        tree.kind(table) == .call ? QueryChain(around: table, in: tree).root : table
    }

    /// Whether the query reads at once the rows of a list that the head of the loop gives: a group of them, a chunk.
    private func asksForGroup(_ query: Query?, boundIn loop: NodeIndex) -> Bool {
        guard let query, let target = tree.child(loop, .target) else { return false }
        let bound = (target..<tree.subtreeEnd(target)).filter { tree.kind($0) == .identifier }
        return query.predicates.contains { predicate in
            (predicate..<tree.subtreeEnd(predicate)).contains { node in
                tree.kind(node) == .identifier && isListOfMembership(node)
                    && bound.contains { tree.text($0).elementsEqual(tree.text(node)) }
            }
        }
    }

    /// Whether a node is the list that a column is looked for in: `Item.id.in_(ids)`, `{ id: { in: ids } }`, `id__in=ids`.
    private func isListOfMembership(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0 else { return false }
        switch tree.kind(parent) {
        case .argumentList:
            return tree.child(tree.parent(parent), .callee).map { facts.isNamed(.membership, $0) } ?? false
        case .pair: return tree.child(parent, .key).map { facts.means(.membership, $0) } ?? false
        case .keywordArgument: return tree.child(parent, .label).map { facts.text($0).hasSuffix("__in") } ?? false
        default: return false
        }
    }

    /// Whether the query stands in what loads many at once: a batch function of a data loader.
    private func isBatched(_ query: Query) -> Bool {
        var current = query.node
        while current >= 0 {
            if tree.kind(current) == .function || tree.kind(current) == .class, let name = tree.child(current, .name),
                facts.means(.batchLoader, name)
            {
                return true
            }
            current = tree.parent(current)
        }
        return false
    }

    /// Whether each turn of a loop only adds to a statement that is run later: `rows = rows.filter(name=value)`.
    private func isBuiltUpon(_ query: Query) -> Bool {
        let root = QueryChain(around: query.node, in: tree).root
        guard tree.kind(root) == .identifier else { return false }
        var current = query.node
        while tree.parent(current) >= 0, !tree.kind(current).isStatement {
            let parent = tree.parent(current)
            if tree.kind(parent) == .assignment || tree.kind(parent) == .declarator {
                return tree.role(current) == .value
                    && tree.child(parent, .target).map { tree.text($0).elementsEqual(tree.text(root)) } == true
            }
            guard [.call, .member, .parenthesized].contains(tree.kind(parent)) else { return false }
            current = parent
        }
        return false
    }

    /// Whether a statement is only joined with another, to be run with it later: `rows |= group.rows.all()`.
    private func isCombined(_ query: Query) -> Bool {
        var current = query.node
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .parenthesized: break
            case .call where tree.role(current) == .callee: break
            case .member where tree.role(current) == .object: break
            case .augmentedAssignment:
                return tree.role(current) == .value && ["|=", "&="].contains(facts.mainText(parent))
            case .binary: return ["|", "&"].contains(facts.mainText(parent))
            default: return false
            }
            current = parent
        }
        return false
    }

    /// Whether a statement is made for another to hold: `notExists(tx.select(..))`, `query.unionAll(ids.map((id) => knex.select(..)))`.
    private func isPartOfAnother(_ query: Query) -> Bool {
        var current = query.node
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .await: return false
            case .argumentList:
                if let callee = tree.child(tree.parent(parent), .callee), facts.isNamed(.takesSubquery, callee) {
                    return true
                }
            case .call, .member, .lambda, .array, .spread, .parenthesized, .cast: break
            case .return, .block, .expressionStatement: break
            default: return false
            }
            current = parent
        }
        return false
    }

    private func receiver(of lambda: NodeIndex) -> NodeIndex? {
        var list = tree.parent(lambda)
        if list >= 0, tree.kind(list) == .keywordArgument { list = tree.parent(list) }
        guard list >= 0, tree.parent(list) >= 0, let callee = tree.child(tree.parent(list), .callee) else { return nil }
        return tree.child(callee, .object)
    }

    /// Whether a loop runs a query on another client for each element: `for tenant in tenants: with connect(tenant) as db: ..`. One
    /// that is only opened anew, `with pool.connection() as db`, is the same to every element.
    private func isPicked(_ client: NodeIndex, by loop: NodeIndex, except iterable: NodeIndex) -> Bool {
        var client = client
        for _ in 0..<4 {
            let node = giver(of: client)
            let root = root(of: node)
            let isTold = (node..<tree.subtreeEnd(node)).contains { part in
                part != root && tree.kind(part) == .identifier && mentions(loop, within: part, except: iterable)
            }
            if isTold { return true }
            guard let given = lastGiven(root) else { return mentions(loop, within: root, except: iterable) }
            client = given
        }
        return false
    }

    /// What the links of a chain hang on: `pool` of `await pool.acquire()`.
    private func root(of node: NodeIndex) -> NodeIndex {
        var node = node
        while let next = tree.child(node, .callee) ?? tree.child(node, .object) ?? tree.child(node, .value) {
            guard [.call, .member, .index, .await, .parenthesized, .tryExpression].contains(tree.kind(node)) else {
                return node
            }
            node = next
        }
        return node
    }

    /// What a variable was given last before a place.
    private func lastGiven(_ name: NodeIndex) -> NodeIndex? {
        guard tree.kind(name) == .identifier else { return nil }
        let target = facts.uses(ofVariableAt: name).last { use in
            use < name && tree.role(use) == .target
                && [.withItem, .assignment, .declarator].contains(tree.kind(tree.parent(use)))
        }
        return target.flatMap { tree.child(tree.parent($0), .value) }
    }

    /// What gives the closure around a query the client that it is run on: `queue` of `queue.read { db in .. }`; else the
    /// client itself.
    private func giver(of client: NodeIndex) -> NodeIndex {
        let parameter =
            isImplicit(client) ? client : facts.variable(of: client).flatMap(facts.parameter(declaring:))
        guard let parameter, let closure = FunctionTable.enclosing(parameter, in: tree), tree.kind(closure) == .lambda
        else { return client }
        return receiver(of: closure) ?? client
    }

    /// Whether a closure in braces is what a future goes on with: nothing waits for the call that it is a part of, and nothing in
    /// it waits either.
    private func isContinuation(_ closure: NodeIndex, of receiver: NodeIndex) -> Bool {
        guard tree.text(closure).first == UInt8(ascii: "{") else { return false }
        var object = receiver
        while [.parenthesized, .tryExpression, .postfix].contains(tree.kind(object)),
            let value = tree.child(object, .value)
        {
            object = value
        }
        guard tree.kind(object) == .call, let callee = tree.child(object, .callee) else { return false }
        let name = facts.name(of: callee).lastDottedPart
        let goesThrough =
            facts.names.holds(.goesThrough, name)
            && !(tree.kind(callee) == .member && facts.names.holds(.immediateCall, name))
        return !facts.names.holds(.passesElements, name) && !goesThrough
            && !(closure..<tree.subtreeEnd(closure)).contains { tree.kind($0) == .await }
    }

    /// Whether what is looped over may have any number of elements: not a constant list, not chunks of one, not a range.
    private func isUnbounded(_ iterable: NodeIndex) -> Bool {
        let node = TextReader(facts: facts).unwrapped(iterable)
        let text = facts.text(node)
        if facts.names.holds(.chunk, text), !isPageOfRows(node) { return false }
        switch tree.kind(node) {
        case .array, .tuple, .object, .set: return false
        case .conditional: return !isWrittenOut(node)
        case .identifier:
            if ProvenanceReader(facts: facts).isConstantName(text) { return false }
            if let value = facts.onlyValue(of: node), isWrittenOut(value), !mayGrow(node) { return false }
            // A class goes through the cases that it declares.
            return facts.variable(of: node).map { !isClass($0, node) } ?? true
        case .member:
            return tree.child(node, .name).map { !ProvenanceReader(facts: facts).isConstantName(facts.text($0)) }
                ?? true
        case .call:
            guard let callee = tree.child(node, .callee) else { return true }
            let name = facts.name(of: callee).lastDottedPart
            if facts.names.holds(.numberRange, name), let list = tree.child(node, .arguments) {
                if isStepped(list) { return false }
                return (list..<tree.subtreeEnd(list)).contains {
                    tree.kind($0) == .call || facts.means(.numberMember, $0)
                }
            }
            if facts.names.holds(.passesElements, name) {
                let inner = tree.kind(callee) == .member ? tree.child(callee, .object) : nil
                let list = tree.child(node, .arguments).flatMap { tree.firstChild($0) }
                if let inner, !facts.means(.textClass, inner) { return isUnbounded(inner) }
                return list.map { isUnbounded($0) } ?? true
            }
            return true
        case .binary:
            // `rows ?? []`
            guard ["??", "||", "or"].contains(facts.mainText(node)) else { return false }
            return tree.child(node, .left).map { isUnbounded($0) } ?? false
        default: return true
        }
    }

    /// Whether more may be added to a list where it is used: it is added to, or handed to something that may do so.
    private func mayGrow(_ list: NodeIndex) -> Bool {
        facts.uses(ofVariableAt: list).dropFirst().contains { use in
            let parent = tree.parent(use)
            switch tree.kind(parent) {
            case .member where tree.role(use) == .object:
                return tree.child(parent, .name).map { facts.means(.growsList, $0) } ?? true
            // `found[key] = value`
            case .index: return tree.role(parent) == .target
            case .keywordArgument, .forEach, .comprehensionClause, .binary: return false
            case .argumentList:
                return tree.child(tree.parent(parent), .callee).map { !facts.isNamed(.countsElements, $0) } ?? true
            default: return tree.role(use) == .target
            }
        }
    }

    /// Whether a name that begins with a capital is one of a class: declared, or imported, as one.
    private func isClass(_ variable: Int32, _ name: NodeIndex) -> Bool {
        guard tree.text(name).startsWithCapital else { return false }
        let declaration = facts.target.semantics.variableDeclarations[Int(variable)]
        return declaration >= 0 && tree.kind(declaration) == .class
            || facts.target.qualifiedName(name)?.isEmpty == false
    }

    /// Whether a range goes in steps: `range(0, len(ids), 500)`, `stride(from: 0, to: ids.count, by: 500)`.
    private func isStepped(_ arguments: NodeIndex) -> Bool {
        let bounds = Array(tree.children(arguments))
        guard bounds.count == 3 else { return false }
        let step = tree.argumentValue(bounds[2])
        if case .integer(let number)? = facts.target.constant(step) { return abs(number) > 1 }
        return true
    }

    /// Whether the elements are the rows of one page, and no pages: `users.page(1)`, `page.items`.
    private func isPageOfRows(_ iterable: NodeIndex) -> Bool {
        let named = tree.kind(iterable) == .call ? tree.child(iterable, .callee) ?? iterable : iterable
        return facts.names.holds(.pageOfRows, facts.name(of: named))
    }

    /// Whether a list stands in the program as it is, or two of which one is chosen.
    private func isWrittenOut(_ value: NodeIndex) -> Bool {
        let node = TextReader(facts: facts).unwrapped(value)
        guard tree.kind(node) == .conditional else { return isCollection(node) }
        return [tree.child(node, .body), tree.child(node, .alternate)].allSatisfy { branch in
            branch.map { isCollection(TextReader(facts: facts).unwrapped($0)) } == true
        }
    }

    private func isCollection(_ node: NodeIndex) -> Bool {
        [.array, .tuple, .object, .set].contains(tree.kind(node))
            && !tree.children(node).contains { tree.kind($0) == .spread }
    }

    /// `for (let i = 0; i < ids.length; i++)`: one step at a time, up to the length of something.
    private func isCounting(_ loop: NodeIndex) -> Bool {
        guard let condition = tree.child(loop, .condition), let update = tree.child(loop, .update) else { return false }
        return facts.text(condition).contains(".length")
            && (tree.kind(update) == .postfix || tree.kind(update) == .unary)
    }

    /// The variable that a loop takes one step at a time, up to the length of something: `while (i < rows.length) { ..; i++ }`.
    private func counter(of loop: NodeIndex) -> NodeIndex? {
        guard let condition = tree.child(loop, .condition).map(TextReader(facts: facts).unwrapped),
            tree.kind(condition) == .binary, let counter = tree.child(condition, .left),
            tree.kind(counter) == .identifier, let bound = tree.child(condition, .right),
            (bound..<tree.subtreeEnd(bound)).contains(where: {
                tree.kind($0) == .identifier && (facts.means(.numberMember, $0) || facts.means(.countsElements, $0))
            }),
            let body = tree.child(loop, .body)
        else { return nil }
        let steps = (body..<tree.subtreeEnd(body)).contains { node in
            switch tree.kind(node) {
            case .postfix, .unary:
                return tree.mainText(node).elementsEqual("++".utf8)
                    && tree.child(node, .value).map { tree.names(counter, within: $0) } == true
            case .augmentedAssignment:
                return tree.mainText(node).elementsEqual("+=".utf8)
                    && tree.child(node, .target).map { tree.names(counter, within: $0) } == true
                    && tree.child(node, .value).map { facts.target.constant($0) == .integer(1) } == true
            default: return false
            }
        }
        return steps ? counter : nil
    }

    /// Whether the node uses a variable that the loop's head or the statements before it in the loop bind.
    private func mentions(_ head: NodeIndex, within node: NodeIndex, except iterable: NodeIndex, body: NodeIndex? = nil)
        -> Bool
    {
        let end = body.map { tree.subtreeEnd($0) } ?? tree.subtreeEnd(head)
        var bound = Set<ArraySlice<UInt8>>()
        func bind(_ node: NodeIndex) {
            for part in node..<tree.subtreeEnd(node) where tree.kind(part) == .identifier {
                bound.insert(tree.text(part))
            }
        }
        for index in head..<max(head, min(end, node)) {
            if iterable >= 0, (iterable..<tree.subtreeEnd(iterable)).contains(index) { continue }
            if tree.role(index) == .target || tree.kind(index) == .parameter { bind(index) }
        }
        // In a comprehension the clause stands after the value.
        if head > node, let target = tree.child(head, .target) { bind(target) }
        return (node..<tree.subtreeEnd(node)).contains { part in
            guard tree.kind(part) == .identifier, tree.role(part) != .label else { return false }
            if tree.role(part) == .name, tree.kind(tree.parent(part)) == .member { return false }
            return bound.contains(tree.text(part)) || isImplicit(part)
        }
    }

    /// Swift's `$0`.
    private func isImplicit(_ node: NodeIndex) -> Bool {
        tree.kind(node) == .identifier && tree.text(node).elementsEqual("$0".utf8)
    }
}
