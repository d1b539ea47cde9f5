import Matching
import Syntax

/// What is known of a response by where it is made: the handler and routes it belongs to, the headers set on the way to it.
struct ResponsePlace {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    /// The names of the functions around a response, the paths of the routes they handle, and the file's own path.
    func names(around response: Response) -> [String] {
        var names = [facts.path]
        for function in functions(around: response) {
            if let name = facts.functions.name(of: function) { names.append(name) }
            names += facts.routing.routes.filter { $0.handler == function }.compactMap(\.path)
            for decorator in tree.children(function) where tree.kind(decorator) == .decorator {
                names += strings(in: decorator)
            }
            // A handler given to the call that registers it.
            let list = tree.parent(function)
            if list >= 0, tree.kind(list) == .argumentList, let first = tree.firstChild(list), first != function {
                names += strings(in: first)
            }
        }
        return names
    }

    private func strings(in node: NodeIndex) -> [String] {
        (node..<tree.subtreeEnd(node)).compactMap { node in
            guard tree.kind(node) == .string else { return nil }
            return facts.target.stringValue(node).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private func functions(around response: Response) -> [NodeIndex] {
        var functions: [NodeIndex] = []
        var current = response.function
        while current >= 0, let function = FunctionTable.enclosing(current, in: tree) {
            functions.append(function)
            current = tree.parent(function)
        }
        return functions
    }

    /// Whether a function is given to what makes a rate limiter, which sets the headers before it calls it.
    private func isGivenToLimiter(_ function: NodeIndex) -> Bool {
        var node = tree.parent(function)
        while node >= 0, [.pair, .object, .argumentList, .keywordArgument, .field].contains(tree.kind(node)) {
            node = tree.parent(node)
        }
        guard node >= 0, tree.kind(node) == .call || tree.kind(node) == .new, let callee = tree.child(node, .callee)
        else { return false }
        return facts.isNamed(.limitsRate, callee)
    }

    // MARK: What is run before

    /// Whether a query of the kind is run on every path that reaches the response: in its function or in one of the file that
    /// it calls, and under no condition that the response is not under.
    func follows(_ other: OtherQuery, _ response: Response) -> Bool {
        let function = QueryPlacement.function(of: response.node, facts)
        guard function >= 0 else { return false }
        let table = facts.queryTable
        let isOnTheWay = table.indices(in: function).contains { index in
            isCertain(table.queries[index].node, before: response.node) && table.isRun(other, at: index, facts)
        }
        if isOnTheWay { return true }
        var around = response.node
        while around >= 0 {
            if table.indices(at: around).contains(where: { table.isRun(other, at: $0, facts) }) { return true }
            around = tree.parent(around)
        }
        return table.localCalls(in: function, facts).contains { callee, calls in
            table.indices(in: callee).contains { index in
                isUnconditional(table.queries[index].node, in: callee)
                    && calls.contains { isCertain($0, before: response.node) }
                    && table.isRun(other, at: index, facts)
            }
        }
    }

    private func isInside(_ inner: NodeIndex, _ outer: NodeIndex) -> Bool {
        (outer..<tree.subtreeEnd(outer)).contains(inner)
    }

    /// Whether nothing that may be passed by stands between a node and the function that it is run by.
    private func isUnconditional(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        var current = node
        while current >= 0, current != function {
            if isBranch(current) { return false }
            current = tree.parent(current)
        }
        return true
    }

    /// Whether a response is reached only behind a node: the node stands in it, or before it under no further condition.
    private func isCertain(_ node: NodeIndex, before response: NodeIndex) -> Bool {
        if isInside(node, response) || isInside(response, node) { return true }
        guard node < response, facts.executionPaths.mayReach(node, response) else { return false }
        var current = node
        while current >= 0, !isInside(response, tree.parent(current)) {
            if isBranch(current) { return false }
            current = tree.parent(current)
        }
        return !isBranch(current)
    }

    /// Whether a node is run only sometimes where the node around it is.
    private func isBranch(_ node: NodeIndex) -> Bool {
        let parent = tree.parent(node)
        guard parent >= 0 else { return false }
        switch tree.kind(parent) {
        case .if, .conditional, .while, .for, .forEach, .comprehension:
            return [.body, .alternate, .value].contains(tree.role(node))
        case .switch, .case: return tree.role(node) != .subject && tree.role(node) != .condition
        case .catch: return true
        case .guard: return tree.role(node) == .body
        case .binary:
            return tree.role(node) == .right && ["&&", "||", "??", "and", "or"].contains(facts.mainText(parent))
        default: return false
        }
    }

    // MARK: Headers

    /// Whether none of the headers is set: by the response, on every path to it, by middleware of the file, or by whatever
    /// limits the rate of its route.
    func lacks(_ headers: [String], _ response: Response) -> Bool {
        guard let own = response.headers, own.isDisjoint(with: headers) else { return false }
        let functions = functions(around: response)
        let routes = facts.routing.routes.filter { functions.contains($0.handler) }
        if routes.contains(where: { $0.chain.contains(where: \.limitsRate) }) { return false }
        if functions.contains(where: isGivenToLimiter) { return false }
        let links = routes.flatMap(\.chain) + facts.routing.middleware.flatMap(\.links)
        return !links.contains { link in
            guard let function = facts.functions.function(named: link.name), !functions.contains(function) else {
                return false
            }
            return !facts.responseSteps.headersSet(in: function).isDisjoint(with: headers)
        }
    }
}
