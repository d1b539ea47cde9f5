import Matching
import SourceText
import Syntax

/// Puts together what the models' patterns say of responses in one file.
struct ResponseCollector {
    private let facts: FileFacts
    private let steps: ResponseSteps
    private let found: [NodeIndex: ModelMatch]
    /// Those that other responses carry under a name: `reply = jsonify(..)` in `return reply, 404`.
    private let carried: Set<NodeIndex>

    init(facts: FileFacts) {
        self.facts = facts
        var best: [NodeIndex: ModelMatch] = [:]
        for match in facts.matches.of(.responses) where match.match.node >= 0 && match.value("step") == nil {
            // Of several patterns that match one expression, the one that says most.
            if let known = best[match.match.node], Self.weight(known) >= Self.weight(match) { continue }
            best[match.match.node] = match
        }
        steps = facts.responseSteps
        found = best
        let reader = BodyReader(facts: facts)
        carried = Set(
            best.values.filter { $0.value("implicit") == nil }.compactMap { match in
                match.node("body").map(reader.resolve).flatMap {
                    $0 != match.node("body") && best[$0] != nil ? $0 : nil
                }
            })
    }

    private static func weight(_ match: ModelMatch) -> Int {
        match.entry.fields.count + (match.value("status") == nil ? 0 : 8) - (match.value("implicit") == nil ? 0 : 16)
    }

    private var tree: SyntaxTree { facts.tree }

    func collect() -> [Response] {
        let caught = CaughtResponses(facts: facts)
        let made = found.values.filter { match in
            let node = match.match.node
            return !isPart(node) && !carried.contains(node) && !isOtherwiseMade(match)
                && !(match.value("exception")?.boolean == true && caught.holds(node))
        }
        .map { (match: $0, response: response($0, substitution: Substitution())) }
        let placed = HelperResponses(facts: facts, made: made.map { ($0.response, $0.match) }) { match, substitution in
            self.response(match, substitution: substitution)
        }.placed()
        return placed.filter { $0.node == $0.madeAt || !isPart($0.node) }.sorted { $0.range < $1.range }
    }

    /// Whether a response stands in the body or chain of another: `reply.code(400).send(..)` is one response.
    private func isPart(_ node: NodeIndex) -> Bool {
        var current = tree.parent(node)
        while current >= 0 {
            switch tree.kind(current) {
            case .lambda, .function, .block: return false
            default: break
            }
            if let outer = found[current], outer.value("implicit") == nil { return true }
            current = tree.parent(current)
        }
        return false
    }

    /// Whether what a handler returns is a response that another pattern knows.
    private func isOtherwiseMade(_ match: ModelMatch) -> Bool {
        guard match.value("implicit") != nil else { return false }
        let node = match.match.node
        guard let function = FunctionTable.enclosing(node, in: tree) else { return true }
        // Where a function alone does not show that it handles a route, a registration of the file must.
        if match.value("implicit")?.text == "routed" {
            guard facts.isHandler(function) else { return true }
        }
        if let parameter = match.node("on") {
            guard FunctionTable.enclosing(parameter, in: tree) == function else { return true }
        } else if match.value("implicit")?.boolean == true,
            !tree.children(function).contains(where: { tree.kind($0) == .decorator })
        {
            return true
        }
        if let body = match.node("body").map(BodyReader(facts: facts).resolve), body != node, found[body] != nil {
            return true
        }
        return (node + 1..<tree.subtreeEnd(node)).contains { found[$0].map { $0.value("implicit") == nil } == true }
    }

    // MARK: One response

    private func response(_ match: ModelMatch, substitution: Substitution) -> Response {
        let node = match.match.node
        let statusReader = StatusReader(facts: facts, substitution: substitution)
        let body = ResponseBody(
            facts: facts, match: match, reader: BodyReader(facts: facts, substitution: substitution))
        let options = match.node("init").map { ResponseOptions(facts: facts, substitution: substitution, node: $0) }
        var status = self.status(of: match, options, statusReader)
        if case .defaulted = status, let step = steps.status(for: match, reader: statusReader) { status = step }
        return Response(
            range: match.match.range, node: node, status: status, body: body.shape(),
            bodyNode: match.node("body") ?? -1,
            headers: headers(of: match, options, substitution), isException: match.value("exception")?.boolean ?? false,
            framework: match.model, function: FunctionTable.enclosing(node, in: tree) ?? -1, bodyRoots: body.roots(),
            substitution: substitution, madeAt: node)
    }

    private func status(
        of match: ModelMatch, _ options: ResponseOptions?, _ reader: StatusReader
    ) -> Response.Status {
        switch options?.value(of: "status") {
        case .given(let node): return reader.status(of: node).map(Response.Status.known) ?? .unknown
        case .unknown: return .unknown
        case .absent, nil: break
        }
        if let fixed = match.value("status")?.integer { return .known(fixed) }
        if match.value("status")?.metavariable != nil {
            if let node = match.node("status"), !isNameOfCallee(node) {
                return reader.status(of: node).map(Response.Status.known) ?? .unknown
            }
            if let text = match.text("status", in: tree),
                let status = StatusNames.status(of: text.lastDottedPart)
            {
                return .known(status)
            }
            return .unknown
        }
        return defaultStatus(of: match).map(Response.Status.defaulted) ?? .unknown
    }

    /// The status that the framework gives where the program gives none; some have one for each method.
    private func defaultStatus(of match: ModelMatch) -> Int? {
        guard case .mapping(let byMethod)? = match.value("default-status") else {
            return match.value("default-status")?.integer
        }
        let function = FunctionTable.enclosing(match.match.node, in: tree)
        let routes = facts.routing.routes.filter { $0.handler == function }
        let statuses = Set(routes.flatMap(\.methods).map { (byMethod[$0] ?? byMethod["other"])?.integer })
        return statuses.count == 1 ? statuses.first ?? nil : nil
    }

    /// Whether a node names what is called or thrown, as `NotFoundException` does and `notFound` in `reply.notFound()`.
    private func isNameOfCallee(_ node: NodeIndex) -> Bool {
        var named = node
        if tree.role(node) == .name, tree.parent(node) >= 0, tree.kind(tree.parent(node)) == .member {
            named = tree.parent(node)
        }
        return tree.role(named) == .callee || tree.parent(named) >= 0 && tree.kind(tree.parent(named)) == .throw
    }

    private func headers(
        of match: ModelMatch, _ options: ResponseOptions?, _ substitution: Substitution
    ) -> Set<String>? {
        guard var names = steps.headers(for: match) else { return nil }
        // Those that a framework sends by itself.
        names.formUnion(match.value("headers")?.texts.map { $0.lowercased() } ?? [])
        var node = match.node("headers")
        switch options?.value(of: "headers") {
        case .given(let given): node = given
        case .unknown: return nil
        case .absent, nil: break
        }
        if let node {
            guard let own = HeaderNames.names(in: node, facts: facts, substitution: substitution) else { return nil }
            names.formUnion(own)
        }
        return names
    }
}
