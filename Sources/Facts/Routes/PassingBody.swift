import Matching
import Syntax

/// Looks for middleware that is sure to let everybody pass, whatever it is called: nothing in it answers, throws, or hands
/// the decision on, and the calls that may fail are made only where the caller sent something.
struct PassingBody {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Whether the function passes every request on. False where it is no middleware that calls a parameter of its own
    /// to pass a request on, and where one cannot be sure.
    func letsAllPass(_ function: NodeIndex) -> Bool {
        if tree.kind(function) == .class {
            // One of its methods is the middleware.
            let body = tree.child(function, .body).map { Array(tree.children($0)) } ?? []
            return body.contains { tree.kind($0) == .function && letsAllPass($0) }
        }
        if let made = onlyMakes(function) { return letsAllPass(made) }
        let parameters = parameterVariables(of: function)
        guard let next = passedOn(in: function, among: parameters) else { return false }
        let range = tree.range(function)
        // What patterns alone see of responses: which returned values are some depends on the routes that this is asked for.
        let answers = facts.matches.of(.responses, within: range).contains {
            $0.value("step") == nil && $0.value("implicit") == nil
        }
        if answers { return false }
        var node = function + 1
        while node < tree.subtreeEnd(function) {
            switch tree.kind(node) {
            case .throw: return false
            case .return:
                guard tree.child(node, .value).map({ passes($0, next) }) ?? isAfterPassing(node, next) else {
                    return false
                }
            case .call, .new:
                if mayTurnAway(node, in: function, next: next, parameters: parameters) { return false }
            default: break
            }
            node += 1
        }
        return true
    }

    /// Whether a function calls a parameter of its own to pass requests on.
    func passesOn(_ function: NodeIndex) -> Bool {
        passedOn(in: function, among: parameterVariables(of: function)) != nil
    }

    /// Whether the last that a function does, whatever came before, is to pass the request on.
    func endsByPassing(_ function: NodeIndex) -> Bool { passedOnAtEnd(of: function) != nil }

    /// The parameter that the last of a function calls to pass the request on.
    private func passedOnAtEnd(of function: NodeIndex) -> Int32? {
        guard let body = tree.child(function, .body), tree.kind(body) == .block,
            let last = Array(tree.children(body)).last,
            [.return, .expressionStatement].contains(tree.kind(last)), let value = tree.child(last, .value),
            let next = passedOn(in: function, among: parameterVariables(of: function))
        else { return nil }
        let inner = facts.unwrapped(value)
        return tree.kind(inner) == .call && passes(inner, next) ? next : nil
    }

    /// Whether the function passes every request on at its end, and before it only gives what it was given to others, of which no
    /// name says that they turn callers away: `await timed(c, "auth", async () => { .. }); await next()`.
    func leavesWork(_ function: NodeIndex) -> Bool {
        guard tree.kind(function) != .class, let next = passedOnAtEnd(of: function) else { return false }
        let parameters = parameterVariables(of: function)
        for node in function + 1..<tree.subtreeEnd(function) {
            switch tree.kind(node) {
            case .throw: return false
            case .return:
                guard FunctionTable.enclosing(node, in: tree) == function else { continue }
                guard tree.child(node, .value).map({ passes($0, next) }) ?? isAfterPassing(node, next) else {
                    return false
                }
            case .call, .new:
                guard let callee = tree.child(node, .callee),
                    mayTurnAway(node, in: function, next: next, parameters: parameters)
                else { continue }
                let isHanded = parameters.contains { parameter in
                    facts.authentication.arguments(of: node).contains { isVariable($0, parameter) }
                        || isMember(callee, ofVariable: parameter)
                }
                let name = facts.name(of: callee)
                guard isHanded, facts.authentication.verdict(ofName: name) == nil,
                    !facts.names.holds(.tellsCaller, name.lastDottedPart)
                else { return false }
            default: continue
            }
        }
        return true
    }

    private func isMember(_ callee: NodeIndex, ofVariable variable: Int32) -> Bool {
        var object = callee
        while tree.kind(object) == .member, let inner = tree.child(object, .object) { object = inner }
        return object != callee && isVariable(object, variable)
    }

    /// The function that a function makes and gives back, doing nothing else: `() => (req, res, next) => { .. }`.
    func onlyMakes(_ function: NodeIndex) -> NodeIndex? {
        guard var value = tree.child(function, .body) else { return nil }
        if tree.kind(value) == .block {
            guard tree.childCount(value) == 1, let statement = tree.firstChild(value), tree.kind(statement) == .return,
                let returned = tree.child(statement, .value)
            else { return nil }
            value = returned
        }
        value = facts.unwrapped(value)
        return tree.kind(value) == .lambda || tree.kind(value) == .function ? value : nil
    }

    /// Whether the function only calls something else with all that it is given, of which no name says that it turns callers
    /// away: `return this.sessions(req, res, next)`.
    func handsOver(_ function: NodeIndex) -> Bool {
        let parameters = parameterVariables(of: function)
        guard parameters.count > 1, let body = tree.child(function, .body) else { return false }
        let statements = tree.kind(body) == .block ? Array(tree.children(body)) : [body]
        guard statements.count == 1, let statement = statements.first else { return false }
        let value = facts.unwrapped(
            [.return, .expressionStatement].contains(tree.kind(statement))
                ? tree.child(statement, .value) ?? statement : statement)
        guard tree.kind(value) == .call, let callee = tree.child(value, .callee),
            let list = tree.child(value, .arguments),
            tree.childCount(list) == parameters.count,
            tree.children(list).allSatisfy({ argument in parameters.contains { isVariable(argument, $0) } })
        else { return false }
        guard tree.kind(callee) == .member, facts.authentication.verdict(ofName: facts.name(of: callee)) == nil else {
            return false
        }
        // `this.authGuard.handleRequest(..)`
        let guardian = tree.child(callee, .object).flatMap { facts.authentication.verdict(ofName: facts.name(of: $0)) }
        return guardian?.isAuthenticated != true
    }

    private func parameterVariables(of function: NodeIndex) -> Set<Int32> {
        guard let list = tree.child(function, .parameters) else { return [] }
        var variables: Set<Int32> = []
        for parameter in tree.children(list) {
            guard let name = tree.child(parameter, .name), tree.kind(name) == .identifier else { continue }
            let variable = facts.target.semantics.variables[Int(name)]
            if variable >= 0 { variables.insert(variable) }
        }
        return variables
    }

    /// The parameter that the function calls with nothing: `next()`.
    private func passedOn(in function: NodeIndex, among parameters: Set<Int32>) -> Int32? {
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .call {
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
                let list = tree.child(node, .arguments), tree.firstChild(list) == nil
            else { continue }
            let variable = facts.target.semantics.variables[Int(callee)]
            if parameters.contains(variable) { return variable }
        }
        return nil
    }

    /// Whether a value that is returned is only what comes of passing the request on.
    private func passes(_ value: NodeIndex, _ next: Int32) -> Bool {
        let inner = tree.kind(value) == .await ? tree.child(value, .value) ?? value : value
        guard tree.kind(inner) == .call, let callee = tree.child(inner, .callee) else {
            return tree.isUndefined(inner)
        }
        return isVariable(callee, next)
    }

    /// Whether the request was passed on before a bare `return` in the same block.
    private func isAfterPassing(_ statement: NodeIndex, _ next: Int32) -> Bool {
        tree.children(tree.parent(statement)).contains { earlier in
            earlier < statement
                && (earlier..<tree.subtreeEnd(earlier)).contains { tree.kind($0) == .call && passes($0, next) }
        }
    }

    private func isVariable(_ node: NodeIndex, _ variable: Int32) -> Bool {
        tree.kind(node) == .identifier && facts.target.semantics.variables[Int(node)] == variable
    }

    private func mayTurnAway(
        _ call: NodeIndex, in function: NodeIndex, next: Int32, parameters: Set<Int32>
    ) -> Bool {
        guard let callee = tree.child(call, .callee) else { return true }
        let arguments = tree.child(call, .arguments).map { Array(tree.children($0)) } ?? []
        if isVariable(callee, next) { return !arguments.isEmpty }
        // Whoever is given the parameters themselves may answer with them.
        if arguments.contains(where: { argument in parameters.contains { isVariable(argument, $0) } }) { return true }
        let name = facts.name(of: callee)
        if facts.names.holds(.cannotReject, name.lastDottedPart)
            || facts.names.holds(.cannotReject, name)
        {
            return false
        }
        if tree.kind(callee) == .member, let object = tree.child(callee, .object),
            parameters.contains(where: { isVariable(object, $0) })
        {
            return true
        }
        return !isConditional(call, within: function)
    }

    /// Whether a node runs only for some requests, or its failure is caught.
    private func isConditional(_ node: NodeIndex, within function: NodeIndex) -> Bool {
        var child = node
        var current = tree.parent(node)
        while current > function {
            switch tree.kind(current) {
            case .if, .conditional:
                if tree.role(child) != .condition { return true }
            case .lambda, .function: return true
            case .try:
                let isCaught = tree.children(current).contains { tree.kind($0) == .catch }
                if tree.role(child) == .body, isCaught { return true }
            case .binary:
                if tree.role(child) == .right,
                    ["&&", "||", "??"].contains(String(decoding: tree.mainText(current), as: UTF8.self))
                {
                    return true
                }
            default: break
            }
            child = current
            current = tree.parent(current)
        }
        return false
    }
}
