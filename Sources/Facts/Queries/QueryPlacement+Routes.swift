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
        if routes.isEmpty && names.isEmpty { return nil }
        let members = functions.filter {
            FunctionTable.enclosingClass($0, in: tree) != nil && tree.kind($0) == .function
        }
        var place = RunPlace(
            routes: routes, functions: names,
            methodLines: members.map { facts.lines.line(at: tree.definitionStart($0)) },
            methods: testedMethods(around: node))
        if let outermost = functions.last, !facts.readsBody(outermost) {
            place.bodilessLine = facts.lines.line(at: tree.definitionStart(outermost))
        }
        return place
    }

    /// The methods that the innermost test of the request's method around a node lets through, `if request.method == "POST":`,
    /// or else those that have not left before: `if (req.method === "GET") return list(res)`.
    private func testedMethods(around node: NodeIndex) -> [String] {
        let tree = facts.tree
        let tested = TestedMethods(facts: facts, names: ["method", "httpMethod"])
        var gone = Set<String>()
        var child = node
        while tree.parent(child) >= 0 {
            let parent = tree.parent(child)
            if [.function, .lambda].contains(tree.kind(parent)) { break }
            for branch in tree.children(parent) where branch < child && tree.kind(branch) == .if {
                guard let body = tree.child(branch, .body), FunctionExit.isLeft(body, in: tree) else { continue }
                gone.formUnion(onlyMethod(letInto: branch, tested))
            }
            if tree.kind(parent) == .if, tree.role(child) == .alternate {
                gone.formUnion(onlyMethod(letInto: parent, tested))
            }
            if tree.kind(parent) == .if, tree.role(child) == .body, let condition = tree.child(parent, .condition),
                !isNegated(condition)
            {
                let methods = tested.methods(in: [condition], testing: condition)
                if !methods.isEmpty { return methods }
            }
            if tree.kind(parent) == .case, let subject = tree.child(tree.parent(parent), .subject) {
                let patterns = tree.children(parent).filter { tree.role($0) == .pattern }
                let methods = tested.methods(in: patterns, testing: subject)
                if !methods.isEmpty { return methods }
            }
            child = parent
        }
        return gone.isEmpty ? [] : TestedMethods.verbs.subtracting(gone).sorted()
    }

    /// The method that is all that the condition of a branch asks for.
    private func onlyMethod(letInto branch: NodeIndex, _ tested: TestedMethods) -> [String] {
        let tree = facts.tree
        let conditions = tree.children(branch).filter { tree.role($0) == .condition }
        guard conditions.count == 1, let condition = conditions.first.map(TextReader(facts: facts).unwrapped),
            facts.isEquality(condition)
        else { return [] }
        return tested.methods(in: [condition], testing: condition)
    }

    private func isNegated(_ condition: NodeIndex) -> Bool {
        let tree = facts.tree
        return (condition..<tree.subtreeEnd(condition)).contains { node in
            let sign = facts.mainText(node)
            return tree.kind(node) == .unary && ["!", "not"].contains(sign)
                || tree.kind(node) == .binary && ["!=", "!==", "not in"].contains(sign)
        }
    }

    /// Whether a handler calls a function of its own file.
    private func calls(_ handler: NodeIndex, oneOf functions: [NodeIndex]) -> Bool {
        let calls = facts.queryTable.localCalls(in: handler, facts)
        return functions.contains { calls[$0] != nil }
    }
}
