import Matching
import SourceText
import Syntax

/// What makes several operations of a file one: blocks and callbacks of transactions, `BEGIN`, commits of a unit of work,
/// connections that the caller may have a transaction on.
struct TransactionTable {
    private unowned let facts: FileFacts
    private let scopes: [(range: ByteRange, locks: Bool)]
    /// Those without which nothing can be written at all: each is a transaction, whether or not anybody thought of one.
    private let implicit: [ByteRange]
    private let begins: [(position: Int, function: NodeIndex, locks: Bool)]
    private let ends: [(node: NodeIndex, function: NodeIndex)]
    private let names: Set<String>
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
        var scopes: [(ByteRange, Bool)] = []
        var implicit: [ByteRange] = []
        var begins: [(Int, NodeIndex, Bool)] = []
        var ends: [(NodeIndex, NodeIndex)] = []
        var names = Set<String>()
        for match in facts.matches.of(.transactions) where match.match.node >= 0 {
            let function = QueryPlacement.function(of: match.match.node, facts)
            let locks = match.value("locks")?.boolean ?? false
            if match.value("ends")?.boolean == true {
                ends.append((match.match.node, function))
            } else if match.value("begins")?.boolean == true {
                begins.append((match.match.range.start, function, locks))
                if let holder = Self.variable(around: match.match.node, facts) { names.insert(holder) }
            } else {
                let range = Self.scope(of: match, facts)
                scopes.append((range, locks))
                if let body = match.node("body") {
                    scopes += TransactionList(facts: facts).places(of: body).map { ($0, locks) }
                }
                if match.value("implicit")?.boolean == true { implicit.append(range) }
            }
        }
        for query in facts.queries where query.statement == .transaction && query.isRun {
            guard let document = query.document, let first = document.topLevel.first else { continue }
            let statement = document.statements[first]
            if statement.kind == .begin {
                begins.append((query.range.start, query.function, statement.isLockingTransaction))
            }
            if statement.kind == .set, statement.isLockingTransaction {
                begins.append((query.range.start, query.function, true))
            }
            if statement.kind == .commit { ends.append((query.node, query.function)) }
        }
        self.scopes = scopes
        self.implicit = implicit
        self.begins = begins
        self.ends = ends
        self.names = names
    }

    /// The variable that holds a transaction: `const t = await sequelize.transaction()`.
    private static func variable(around node: NodeIndex, _ facts: FileFacts) -> String? {
        var current = node
        while facts.tree.parent(current) >= 0, !facts.tree.kind(current).isStatement {
            if facts.tree.kind(current) == .declarator || facts.tree.kind(current) == .assignment {
                return facts.tree.child(current, .target).map { facts.text($0) }
            }
            current = facts.tree.parent(current)
        }
        return nil
    }

    /// What a block, a callback or a decorator makes one transaction of.
    fileprivate static func scope(of match: ModelMatch, _ facts: FileFacts) -> ByteRange {
        match.node("body").map { facts.tree.range(facts.localFunction($0) ?? $0) }
            ?? wholeDefinition(match.match.node, facts)
    }

    /// A decorator speaks of all that it decorates.
    private static func wholeDefinition(_ node: NodeIndex, _ facts: FileFacts) -> ByteRange {
        var current = node
        while current >= 0, !facts.tree.kind(current).isStatement {
            if facts.tree.kind(current) == .decorator { return facts.tree.range(facts.tree.parent(current)) }
            current = facts.tree.parent(current)
        }
        return facts.tree.range(node)
    }

    /// Whether the query is run in a transaction, or may be: on a connection that somebody else provides.
    func isInside(_ query: Query) -> Bool {
        if scopes.contains(where: { $0.range.contains(query.range) && !implicit.contains($0.range) }) { return true }
        if begins.contains(where: { $0.function == query.function && $0.position < query.range.start }) { return true }
        if query.isDeferred, TransactionList(facts: facts).leavesFunction(query.node) { return true }
        // Who commits has no transaction of a caller's.
        if query.joinsUnit, ends.contains(where: { $0.function == query.function }) { return false }
        return isGiven(query) || query.function >= 0 && isCalledInside(query.function)
    }

    /// Whether a node stands in a block or callback of a transaction, or behind the beginning of one.
    func holds(_ node: NodeIndex) -> Bool {
        let range = tree.range(node)
        if scopes.contains(where: { $0.range.contains(range) }) { return true }
        let function = QueryPlacement.function(of: node, facts)
        return begins.contains { $0.function == function && $0.position < range.start }
    }

    /// Whether every call that the file has of a function stands in a transaction that holds for what is called in it.
    private func isCalledInside(_ function: NodeIndex, depth: Int = 0) -> Bool {
        guard !facts.ambientTransactions.isEmpty, depth < 3, tree.kind(function) == .function,
            let name = tree.child(function, .name)
        else { return false }
        let calls = facts.calls(of: facts.text(name)).filter { call in
            tree.child(call, .callee).map { facts.localFunction($0) == function || facts.isOwnMethod($0, function) }
                == true
        }
        return !calls.isEmpty
            && calls.allSatisfy { call in
                if facts.isInAmbientTransaction(call) { return true }
                let caller = QueryPlacement.function(of: call, facts)
                return caller >= 0 && caller != function && isCalledInside(caller, depth: depth + 1)
            }
    }

    /// The name, with its class, of the function around a query whose callers in other files may have a transaction that holds for
    /// what is called in it.
    func functionCalledInside(around query: Query) -> String? {
        guard query.function >= 0, facts.matches.has(.transactions, saying: "ambient"),
            !facts.isHandler(query.function)
        else { return nil }
        return facts.functions.name(of: query.function)
    }

    /// Whether the query is run under a lock: `BEGIN IMMEDIATE`, a writer queue.
    func isLocked(_ query: Query) -> Bool { isLocked(query, since: query) }

    /// Whether the query is run under a lock that was held before by the time of another one.
    func isLocked(_ query: Query, since earlier: Query) -> Bool {
        scopes.contains { $0.locks && $0.range.contains(query.range) && $0.range.contains(earlier.range) }
            || begins.contains { begin in
                begin.locks && begin.function == query.function && begin.position < query.range.start
                    && begin.position < earlier.range.start
            }
    }

    /// Whether a unit of work is committed in a function after a node.
    func commits(after node: NodeIndex, in function: NodeIndex) -> Bool {
        ends.contains { $0.function == function && $0.node > node }
    }

    /// Whether a unit of work is committed in a function after a node whatever its caller says: `if commit: session.commit()`.
    func alwaysCommits(after node: NodeIndex, in function: NodeIndex) -> Bool {
        ends.contains { end in
            end.function == function && end.node > node && facts.enclosingBlock(end.node) == facts.enclosingBlock(node)
        }
    }

    /// Whether two writes wait for one commit: none is made on a path that leads from the one to the other.
    func sharesUnit(_ first: Query, _ second: Query) -> Bool {
        if implicit.contains(where: { $0.contains(first.range) && $0.contains(second.range) }) { return true }
        guard first.joinsUnit, second.joinsUnit, first.function == second.function else { return false }
        return !ends.contains { end in
            end.function == first.function && end.node > first.node && end.node < second.node
                && facts.executionPaths.mayReach(end.node, second.node)
        }
    }

    /// Whether the query names a transaction, or a connection that is a plain parameter.
    private func isGiven(_ query: Query) -> Bool {
        let client = query.client ?? QueryChain(around: query.node, in: tree).root
        var root = client
        while let object = tree.child(root, .object), tree.kind(root) == .member { root = object }
        if namesTransaction(root) || isGivenBack(root) || isMadeForCaller(root) || isGivenToObject(client) {
            return true
        }
        // A record is no connection, though it came as a parameter.
        if query.client != nil || query.document != nil, tree.kind(root) == .identifier, isParameter(root),
            !isGivenToRegistration(root, of: query)
        {
            return true
        }
        // `{ transaction: t }`, `transacting(trx)`, `on: database`, or options in a variable
        return (query.node..<tree.subtreeEnd(query.node)).contains { node in
            guard tree.kind(node) == .identifier else { return false }
            if namesTransaction(node) || holdsTransaction(node) || isGivenOptions(node, of: query) { return true }
            return tree.role(node) == .value && tree.kind(tree.parent(node)) == .keywordArgument && isParameter(node)
                && tree.child(tree.parent(node), .label).map { facts.means(.connectionLabel, $0) }
                    == true
        }
    }

    /// Whether a route runs the query on what the function around it was given, which registers the route, once and for all
    /// requests: `(app, db) => app.post(path, (req, res) => ..)`.
    private func isGivenToRegistration(_ node: NodeIndex, of query: Query) -> Bool {
        guard let first = facts.uses(ofVariableAt: node).first,
            facts.isHandler(query.function)
        else { return false }
        return FunctionTable.enclosing(first, in: tree) != query.function && first < query.function
    }

    /// Whether options of the function's own are handed on, in which its caller may name a transaction: `create(data, options)`,
    /// `{ where, ...options }`.
    private func isGivenOptions(_ node: NodeIndex, of query: Query) -> Bool {
        guard query.document == nil, facts.means(.transactionCarrier, node) else { return false }
        let parent = tree.parent(node)
        guard tree.kind(parent) == .argumentList || tree.kind(parent) == .spread else { return false }
        return isParameter(node)
    }

    private func namesTransaction(_ node: NodeIndex) -> Bool {
        let name = facts.text(node)
        return names.contains(name) || facts.names.holds(.transaction, name)
    }

    /// Whether an expression is what a function gives that finds the caller's transaction, or holds it:
    /// `const prisma = this.service.txClient()`.
    private func isGivenBack(_ node: NodeIndex) -> Bool {
        var made = TextReader(facts: facts).unwrapped(node)
        if tree.kind(made) == .identifier, let value = facts.onlyValue(of: made) {
            made = TextReader(facts: facts).unwrapped(value)
        }
        guard tree.kind(made) == .call, let callee = tree.child(made, .callee) else { return false }
        return facts.isNamed(.transaction, callee)
            && tree.child(made, .arguments).map { tree.firstChild($0) == nil } == true
    }

    /// Whether a repository is asked for with what the caller gave, which may hold a transaction: `getRepository(ctx, Order)`.
    private func isMadeForCaller(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .call, let list = tree.child(node, .arguments) else { return false }
        let arguments = Array(tree.children(list))
        guard arguments.count == 2, tree.kind(arguments[0]) == .identifier,
            let variable = facts.variable(of: arguments[0])
        else { return false }
        return facts.isParameter(variable)
    }

    /// Whether a variable holds an object that names a transaction: `const options = { session }`.
    private func holdsTransaction(_ node: NodeIndex) -> Bool {
        guard let value = facts.onlyValue(of: node), tree.kind(value) == .object else { return false }
        return (value..<tree.subtreeEnd(value)).contains { part in
            guard tree.kind(part) == .identifier || tree.kind(part) == .string else { return false }
            return tree.role(part) == .key || tree.role(part) == .name
                ? facts.means(.transactionOption, part) : namesTransaction(part)
        }
    }

    /// Whether an expression is the one connection that an object was made with, in which its maker may have begun a
    /// transaction: `self.connection` of a class with `def __init__(self, connection)`.
    private func isGivenToObject(_ client: NodeIndex) -> Bool {
        guard tree.kind(client) == .member, tree.child(client, .object).map(facts.isReceiver) == true,
            let field = tree.child(client, .name), facts.means(.singleConnection, field),
            let owner = FunctionTable.enclosingClass(client, in: tree), let body = tree.child(owner, .body),
            let constructor = tree.children(body).first(where: {
                tree.kind($0) == .function && facts.isConstructor($0)
            })
        else { return false }
        return facts.parameters(of: constructor).contains { parameter in
            tree.child(parameter, .name).map { facts.means(.singleConnection, $0) } == true
                && tree.child(parameter, .value) == nil
                && tree.child(parameter, .type).map { facts.means(.poolType, $0) } != true
        }
    }

    /// Whether an identifier is a parameter without a default that makes it, or a cast of one: the caller gives it, and is not
    /// seen to give a plain connection.
    private func isParameter(_ node: NodeIndex, depth: Int = 0) -> Bool {
        guard depth < 3, let first = facts.uses(ofVariableAt: node).first else { return false }
        var current = first
        while current >= 0, tree.kind(current) != .parameter {
            if tree.kind(current) == .declarator || tree.kind(current) == .optionalBinding {
                guard let value = tree.child(current, .value).map(TextReader(facts: facts).unwrapped),
                    tree.kind(value) == .identifier, value != node
                else { return false }
                return isParameter(value, depth: depth + 1)
            }
            if tree.kind(current).isStatement || tree.kind(current) == .lambda { return false }
            current = tree.parent(current)
        }
        guard current >= 0, !implicit.contains(where: isGivenByBlock(current)),
            tree.child(current, .value).map(mayBeGiven) ?? true,
            // What takes a connection for each query is in nobody's transaction.
            tree.child(current, .type).map({ facts.means(.poolType, $0) }) != true
        else { return false }
        let name = facts.text(first)
        // A request or context is not a connection, though one hangs on it.
        guard !facts.names.holds(.requestObject, name), !facts.names.holds(.selfReference, name), name != "app",
            facts.text(node) == name
        else { return false }
        if let lender = lender(to: current) { return isParameter(lender, depth: depth + 1) }
        return !isGivenPlainConnection(current)
    }

    /// What lends a closure the connection that is its parameter, and begins no transaction by that:
    /// `client.withConnection { connection in .. }`.
    private func lender(to parameter: NodeIndex) -> NodeIndex? {
        guard let function = FunctionTable.enclosing(parameter, in: tree), tree.kind(function) == .lambda,
            tree.kind(tree.parent(function)) == .argumentList,
            let callee = tree.child(tree.parent(tree.parent(function)), .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), facts.means(.lendsConnection, name)
        else { return nil }
        var root = callee
        while let object = tree.child(root, .object), tree.kind(root) == .member { root = object }
        return root
    }

    /// Whether a default stands for what callers give otherwise: the plain connection, no options.
    private func mayBeGiven(_ value: NodeIndex) -> Bool {
        switch tree.kind(value) {
        case .identifier, .member: facts.means(.plainConnection, value)
        case .object: tree.firstChild(value) == nil
        default: false
        }
    }

    /// Whether a parameter is what a block gives to what is in it.
    private func isGivenByBlock(_ parameter: NodeIndex) -> (ByteRange) -> Bool {
        let range = tree.range(parameter)
        return { $0.contains(range) }
    }

    /// Whether a call in the same file hands a parameter something that is neither a transaction nor itself given.
    private func isGivenPlainConnection(_ parameter: NodeIndex) -> Bool {
        let list = tree.parent(parameter)
        guard list >= 0, let function = FunctionTable.enclosing(parameter, in: tree),
            let name = facts.functions.name(of: function),
            let position = Array(tree.children(list)).firstIndex(of: parameter)
        else { return false }
        let bare = name.lastDottedPart
        return facts.calls(of: bare).contains { call in
            guard let callee = tree.child(call, .callee), tree.kind(callee) == .identifier,
                let arguments = tree.child(call, .arguments).map({ Array(tree.children($0)) }),
                arguments.indices.contains(position), !scopes.contains(where: { $0.range.contains(tree.range(call)) })
            else { return false }
            let argument = arguments[position]
            let value = tree.argumentValue(argument)
            guard tree.kind(value) == .identifier, !namesTransaction(value) else { return false }
            // A variable of the file itself, made outside any function.
            guard let first = facts.uses(ofVariableAt: value).first else { return false }
            return FunctionTable.enclosing(first, in: tree) == nil
                && facts.means(.plainConnection, value)
        }
    }
}

extension FileFacts {
    /// The transactions that hold for whatever is called in them, whoever's connection it asks for.
    func findAmbientTransactions() -> [ByteRange] {
        matches.of(.transactions).filter { match in
            match.match.node >= 0 && match.value("ambient")?.boolean == true && match.value("begins")?.boolean != true
                && match.value("ends")?.boolean != true
        }.map { TransactionTable.scope(of: $0, self) }
    }

    /// Whether a call stands in a transaction that holds for whatever is called in it.
    func isInAmbientTransaction(_ call: NodeIndex) -> Bool {
        let range = tree.range(call)
        return ambientTransactions.contains { $0.contains(range) }
    }
}
