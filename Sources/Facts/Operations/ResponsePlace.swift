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

    /// Whether none of the headers is set: by the response, on every path to it, by middleware of the file, or by whatever
    /// limits the rate of its route.
    func lacks(_ headers: [String], _ response: Response) -> Bool {
        guard let own = response.headers, own.isDisjoint(with: headers) else { return false }
        let functions = functions(around: response)
        let routes = facts.routing.routes.filter { functions.contains($0.handler) }
        if routes.contains(where: { $0.chain.contains(where: \.limitsRate) }) { return false }
        let links = routes.flatMap(\.chain) + facts.routing.middleware.flatMap(\.links)
        return !links.contains { link in
            guard let function = facts.functions.function(named: link.name), !functions.contains(function) else {
                return false
            }
            return !facts.responseSteps.headersSet(in: function).isDisjoint(with: headers)
        }
    }
}
