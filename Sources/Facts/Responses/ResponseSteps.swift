import Matching
import SourceText
import Syntax

/// Statements that give a response its status or a header before (or after) the one that sends it.
struct ResponseSteps {
    private unowned let facts: FileFacts
    private let statuses: [ModelMatch]
    private let headers: [ModelMatch]
    /// The header steps that are links of chains that make responses, and say nothing of other responses.
    private let linkedHeaders: Set<NodeIndex>
    /// Decorators by which a handler's responses get another status than the framework's default.
    private let handlerStatuses: [ModelMatch]

    init(facts: FileFacts) {
        self.facts = facts
        let matches = facts.matches.of(.responses)
        let steps = { (name: String) in matches.filter { $0.value("step")?.text == name } }
        let responses = Set(matches.filter { $0.value("step") == nil }.map(\.match.node))
        statuses = steps("status").filter { !Self.isLink(ofChain: $0.match.node, to: responses, in: facts.tree) }
        headers = steps("header")
        linkedHeaders = Set(
            headers.map(\.match.node).filter { Self.isLink(ofChain: $0, to: responses, in: facts.tree) })
        handlerStatuses = steps("handler-status")
    }

    private var tree: SyntaxTree { facts.tree }

    /// Whether a call is a link of the chain that makes a response: `res.status(400)` in `res.status(400).json(..)`.
    private static func isLink(ofChain node: NodeIndex, to responses: Set<NodeIndex>, in tree: SyntaxTree) -> Bool {
        var node = node
        while tree.role(node) == .object || tree.role(node) == .callee {
            node = tree.parent(node)
            if responses.contains(node) { return true }
        }
        return false
    }

    /// The status that a step gives the response; nil where none does.
    func status(for match: ModelMatch, reader: StatusReader) -> Response.Status? {
        for receiver in receivers(of: match) {
            if let status = status(of: receiver, for: match, reader: reader) { return status }
        }
        guard let function = FunctionTable.enclosing(match.match.node, in: tree),
            let step = handlerStatuses.first(where: { speaks($0.match.node, of: function) })
        else { return nil }
        return status(of: step, reader)
    }

    /// Whether a node is a function, or what a decorator of it calls.
    private func speaks(_ node: NodeIndex, of function: NodeIndex) -> Bool {
        if node == function { return true }
        let decorator = tree.parent(node)
        return decorator >= 0 && tree.kind(decorator) == .decorator && tree.parent(decorator) == function
    }

    private func status(of receiver: Receiver, for match: ModelMatch, reader: StatusReader) -> Response.Status? {
        let node = match.match.node
        let around = blocks(around: node)
        var best: (depth: Int, step: ModelMatch)?
        var isConditional = false
        for step in statuses where step.match.node != node {
            guard self.receiversOfStep(step).contains(receiver), let block = facts.enclosingBlock(step.match.node)
            else { continue }
            let isBefore = step.match.range.start < match.match.range.start
            if let depth = around.firstIndex(of: block) {
                guard isBefore || depth == 0 else { continue }
                // The innermost block decides; in it, the last step before the response, else one behind it.
                if best == nil || depth < best!.depth || depth == best!.depth && isBefore { best = (depth, step) }
            } else if isBefore, !facts.endsInJump(block), isInSameFunction(block, around) {
                isConditional = true
            }
        }
        if isConditional { return .unknown }
        return best.map { status(of: $0.step, reader) }
    }

    private func status(of step: ModelMatch, _ reader: StatusReader) -> Response.Status {
        if let fixed = step.value("status")?.integer { return .known(fixed) }
        return step.node("status").flatMap(reader.status).map(Response.Status.known) ?? .unknown
    }

    /// Whether the innermost function around a block is around the response too.
    private func isInSameFunction(_ block: NodeIndex, _ around: [NodeIndex]) -> Bool {
        guard let function = FunctionTable.enclosing(block, in: tree) else { return true }
        return around.contains { tree.parent($0) == function }
    }

    /// The blocks around a node, the innermost first.
    private func blocks(around node: NodeIndex) -> [NodeIndex] {
        var blocks: [NodeIndex] = []
        var current = facts.enclosingBlock(node)
        while let block = current {
            blocks.append(block)
            current = facts.enclosingBlock(block)
        }
        return blocks
    }

    // MARK: Headers

    /// The headers, in lower case, that steps set on every path to the response; nil where a name is not known.
    func headers(for match: ModelMatch) -> Set<String>? {
        var names: Set<String> = []
        let around = blocks(around: match.match.node)
        let receivers = receivers(of: match)
        let leaves = facts.isReturned(match.match.node) || match.value("exception")?.boolean == true
        let keepsHeaders = match.value("keeps-headers")?.boolean == true
        for step in headers {
            let isInside = match.match.range.contains(step.match.range)
            guard isInside || !linkedHeaders.contains(step.match.node) else { continue }
            guard isInside || keepsHeaders || !Set(receiversOfStep(step)).isDisjoint(with: receivers) else { continue }
            guard isInside || facts.enclosingBlock(step.match.node).map(around.contains) == true else { continue }
            if !isInside, leaves, step.match.range.start > match.match.range.start { continue }
            guard let given = self.names(of: step) else { return nil }
            names.formUnion(given)
        }
        return names
    }

    private func names(of step: ModelMatch) -> Set<String>? {
        if let text = step.value("name")?.text { return [text.lowercased()] }
        guard let node = step.node("name") else { return nil }
        if let name = facts.target.stringValue(node) { return [String(decoding: name, as: UTF8.self).lowercased()] }
        if tree.kind(node) == .object { return HeaderNames.names(in: node, facts: facts, substitution: Substitution()) }
        // A name that is a member, as in `headers.add(name: .retryAfter, ..)`.
        if tree.kind(node) == .member, let name = tree.child(node, .name) {
            return [HeaderNames.dashed(facts.text(name))]
        }
        return nil
    }

    /// The names of the headers that a function sets, on whatever path.
    func headersSet(in function: NodeIndex) -> Set<String> {
        headers.filter { FunctionTable.enclosing($0.match.node, in: tree) == function }
            .reduce(into: []) { $0.formUnion(names(of: $1) ?? []) }
    }

    /// The names of the headers that middleware sets for responses that others make: functions that go on with a request, or
    /// that are run for every response. What is set for a response made beside it is that one's alone.
    func passedHeaders() -> Set<String> {
        headers.reduce(into: []) { found, step in
            guard let function = FunctionTable.enclosing(step.match.node, in: tree), passesOn(function),
                let block = facts.enclosingBlock(step.match.node),
                !facts.responses.contains(where: { facts.enclosingBlock($0.node) == block })
            else { return }
            found.formUnion(names(of: step) ?? [])
        }
    }

    private func passesOn(_ function: NodeIndex) -> Bool {
        if facts.isHandler(function) { return false }
        let signature =
            tree.children(function).filter { tree.kind($0) == .decorator }
            + [tree.child(function, .parameters)]
            .compactMap { $0 }
        if signature.contains(where: { part in
            (part..<tree.subtreeEnd(part)).contains {
                tree.kind($0) == .identifier && (facts.means(.passesOn, $0) || facts.means(.hooksResponses, $0))
            }
        }) {
            return true
        }
        if let name = tree.child(function, .name), facts.means(.hooksResponses, name) { return true }
        if (function..<tree.subtreeEnd(function)).contains(where: { node in
            tree.kind(node) == .call && tree.child(node, .callee).map { facts.isNamed(.passesOn, $0) } == true
        }) {
            return true
        }
        let list = tree.parent(function)
        guard list >= 0, tree.kind(list) == .argumentList, tree.parent(list) >= 0,
            let callee = tree.child(tree.parent(list), .callee)
        else { return false }
        return facts.isNamed(.hooksResponses, callee)
    }

    // MARK: Receivers

    /// What a step or response is made on: a variable, or the text of some other expression.
    private enum Receiver: Hashable {
        case variable(Int32)
        case text(String)
    }

    /// The objects that a match says it is made on, and the variable that it is assigned to.
    private func receivers(of match: ModelMatch) -> [Receiver] {
        var receivers: [Receiver] = []
        if let node = match.node("on") {
            receivers.append(receiver(node))
        } else if let text = match.text("on", in: tree) {
            receivers.append(.text(text))
        }
        // What is done to a body that has a name is done to the response: `reply.headers[..] = ..; return reply, 429`.
        if let body = match.node("body"), tree.kind(body) == .identifier { receivers.append(receiver(body)) }
        var node = match.match.node
        while tree.parent(node) >= 0 {
            let parent = tree.parent(node)
            switch tree.kind(parent) {
            case .await, .parenthesized, .cast, .tryExpression:
                node = parent
                continue
            case .declarator, .assignment:
                if tree.role(node) == .value, let target = tree.child(parent, .target) {
                    receivers.append(receiver(target))
                }
            default: break
            }
            break
        }
        return receivers
    }

    /// A step is also made on whatever a model knows by its name alone.
    private func receiversOfStep(_ step: ModelMatch) -> [Receiver] {
        receivers(of: step) + (step.text("on", in: tree).map { [.text($0)] } ?? [])
    }

    /// What a method of a response gives is that response: `res.set('Retry-After', '30').status(503)`.
    private func receiver(_ node: NodeIndex) -> Receiver {
        var root = node
        while tree.kind(root) == .call, let callee = tree.child(root, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object)
        {
            root = object
        }
        if tree.kind(root) == .identifier {
            let variable = facts.target.semantics.variables[Int(root)]
            if variable >= 0 { return .variable(variable) }
        }
        return .text(facts.text(node))
    }
}
