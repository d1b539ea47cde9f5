import Matching
import SourceText
import Syntax

/// Puts the responses of helpers where the helpers are called: `sendError(res, 400, 'Invalid')` is the response, the
/// `res.status(status).json(..)` in `sendError` only its wording.
struct HelperResponses {
    private let facts: FileFacts
    private let made: [(response: Response, match: ModelMatch)]
    private let remake: (ModelMatch, Substitution) -> Response
    private let calls: [NodeIndex: [NodeIndex]]
    private let responseCounts: [NodeIndex: Int]
    /// Helpers call helpers this far.
    private static let depthLimit = 3

    init(
        facts: FileFacts, made: [(Response, ModelMatch)], remake: @escaping (ModelMatch, Substitution) -> Response
    ) {
        self.facts = facts
        self.made = made
        self.remake = remake
        var counts: [NodeIndex: Int] = [:]
        for (response, _) in made { counts[response.function, default: 0] += 1 }
        responseCounts = counts
        calls = HelperResponses.calls(of: Set(counts.filter { $0.value == 1 }.keys), in: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    func placed() -> [Response] {
        made.flatMap { response, match in
            isHelper(response.function, making: response.node)
                ? atCalls(match, of: response.function, substitution: Substitution(), depth: 0) : [response]
        }
    }

    private func atCalls(_ match: ModelMatch, of function: NodeIndex, substitution: Substitution, depth: Int)
        -> [Response]
    {
        (calls[function] ?? []).flatMap { call -> [Response] in
            var inner = substitution
            inner.bind(parametersOf: function, to: call, in: facts)
            if let outer = FunctionTable.enclosing(call, in: tree), depth < Self.depthLimit, outer != function,
                responseCounts[outer] == nil, isHelper(outer, making: call)
            {
                return atCalls(match, of: outer, substitution: inner, depth: depth + 1)
            }
            var response = remake(match, inner)
            response.range = tree.range(call)
            response.node = call
            response.function = FunctionTable.enclosing(call, in: tree) ?? -1
            return [response]
        }
    }

    /// Whether a function does little else than make the one response, for others in the file that call it.
    private func isHelper(_ function: NodeIndex, making node: NodeIndex) -> Bool {
        guard function >= 0, calls[function]?.isEmpty == false, let body = tree.child(function, .body) else {
            return false
        }
        guard tree.kind(body) == .block else { return true }
        return facts.enclosingBlock(node) == body && Array(tree.children(body)).count <= 4 && !isArgument(node)
    }

    /// Whether a response is only handed to something that may make it: `find(id).unwrap(or: Abort(.notFound))`.
    private func isArgument(_ node: NodeIndex) -> Bool {
        guard made.contains(where: { $0.response.node == node && $0.response.isException }) else { return false }
        let parent = tree.parent(node)
        return parent >= 0 && [.argumentList, .keywordArgument].contains(tree.kind(parent))
    }

    /// The calls of functions of this file, by function.
    private static func calls(of functions: Set<NodeIndex>, in facts: FileFacts) -> [NodeIndex: [NodeIndex]] {
        var calls: [NodeIndex: [NodeIndex]] = [:]
        guard !functions.isEmpty else { return calls }
        for call in facts.target.nodes(of: .call) {
            guard let callee = facts.tree.child(call, .callee),
                [.identifier, .member].contains(facts.tree.kind(callee)),
                let function = facts.localFunction(callee),
                facts.tree.child(function, .name) != nil || facts.functions.name(of: function) != nil
            else { continue }
            calls[function, default: []].append(call)
        }
        return calls
    }
}
