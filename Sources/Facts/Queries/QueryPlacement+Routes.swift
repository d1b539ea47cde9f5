import Syntax

extension QueryPlacement {
    /// In which handlers and functions a node stands; nil where it is in none.
    func runPlace(of node: NodeIndex) -> RunPlace? {
        let tree = facts.tree
        var functions: [NodeIndex] = []
        var current = node
        while current >= 0 {
            if tree.kind(current) == .function || tree.kind(current) == .lambda { functions.append(current) }
            current = tree.parent(current)
        }
        guard !functions.isEmpty else { return nil }
        var routes: [Int] = []
        for (index, route) in facts.routing.routes.enumerated() where route.handler >= 0 {
            if functions.contains(route.handler) || calls(route.handler, oneOf: functions) { routes.append(index) }
        }
        let names = functions.compactMap { facts.functions.name(of: $0) }
        return routes.isEmpty && names.isEmpty ? nil : RunPlace(routes: routes, functions: names)
    }

    /// Whether a handler calls a function of its own file.
    private func calls(_ handler: NodeIndex, oneOf functions: [NodeIndex]) -> Bool {
        let tree = facts.tree
        return (handler..<tree.subtreeEnd(handler)).contains { node in
            guard tree.kind(node) == .call, let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
                let function = facts.authentication.localFunction(callee)
            else { return false }
            return functions.contains(function)
        }
    }
}
