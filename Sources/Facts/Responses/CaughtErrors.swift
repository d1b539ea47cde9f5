import Matching
import Syntax

/// Knows of a name whether it holds an error that was caught, and whether only errors of some class reach it.
struct CaughtErrors {
    enum Scope {
        /// Any error at all.
        case any
        /// Those of a class, or that a condition lets through.
        case specific
    }

    private unowned let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }
    /// By block, then by name: the first statement behind which only some errors are left.
    private let checks: [NodeIndex: [String: NodeIndex]]

    init(facts: FileFacts) {
        self.facts = facts
        checks = CaughtErrors.checks(in: facts)
    }

    /// Which errors a name may hold where it stands; nil where it holds none.
    func scope(of identifier: NodeIndex) -> Scope? {
        let name = facts.text(identifier)
        var isNarrowed = false
        var child = identifier
        var node = tree.parent(identifier)
        while node >= 0 {
            switch tree.kind(node) {
            case .catch:
                if let scope = scope(of: name, caughtBy: node) { return isNarrowed ? .specific : scope }
            case .lambda, .function:
                if let scope = scope(of: name, parameterOf: node) { return isNarrowed ? .specific : scope }
            default: isNarrowed = isNarrowed || narrows(node, around: child, name)
            }
            child = node
            node = tree.parent(node)
        }
        return isGivenByQuery(identifier) ? .specific : nil
    }

    /// Whether a name holds the error that a query of the database gives instead of throwing it:
    /// `const { data, error } = await db.from("posts").select()`.
    private func isGivenByQuery(_ identifier: NodeIndex) -> Bool {
        guard let first = facts.uses(ofVariableAt: identifier).first, tree.parent(first) >= 0 else { return false }
        let part = tree.parent(first)
        guard tree.kind(part) == .shorthand || tree.kind(part) == .pair, tree.kind(tree.parent(part)) == .object,
            facts.means(.caughtError, tree.child(part, .key) ?? first)
        else { return false }
        let holder = tree.parent(tree.parent(part))
        guard holder >= 0, tree.kind(holder) == .declarator, let value = tree.child(holder, .value) else {
            return false
        }
        return facts.queryTable.runIndex(at: facts.unwrapped(value)) != nil
    }

    /// Whether conditions in its function let only some errors through to where a name stands.
    func isNarrowed(_ identifier: NodeIndex) -> Bool {
        let name = facts.text(identifier)
        var child = identifier
        var node = tree.parent(identifier)
        while node >= 0, tree.kind(node) != .function, tree.kind(node) != .lambda {
            if narrows(node, around: child, name) { return true }
            child = node
            node = tree.parent(node)
        }
        return false
    }

    // MARK: Catch clauses

    private func scope(of name: String, caughtBy clause: NodeIndex) -> Scope? {
        let patterns = tree.children(clause).filter { tree.role($0) == .pattern }
        if let bound = tree.child(clause, .name) {
            guard facts.text(bound) == name else { return nil }
            if let type = tree.child(clause, .type) { return isGeneral(facts.text(type)) ? .any : .specific }
            return patterns.isEmpty || patterns.contains(where: holdsGeneral) ? .any : .specific
        }
        if patterns.isEmpty { return name == "error" ? .any : nil }
        // The name stands in a pattern: `catch let problem as DecodingError`.
        for pattern in patterns {
            for node in pattern..<tree.subtreeEnd(pattern)
            where tree.kind(node) == .identifier && facts.text(node) == name {
                let casts = (pattern..<tree.subtreeEnd(pattern)).contains {
                    [.cast, .call, .typeOther, .type].contains(tree.kind($0))
                        || tree.mainText($0).elementsEqual("as".utf8)
                }
                return casts ? .specific : .any
            }
        }
        // What a pattern of values lets through is called `error` all the same.
        return name == "error" ? .specific : nil
    }

    /// Whether an exception type, or one of a tuple, is that of every error.
    private func holdsGeneral(_ pattern: NodeIndex) -> Bool {
        if tree.kind(pattern) == .tuple || tree.kind(pattern) == .parenthesized {
            return tree.children(pattern).contains(where: holdsGeneral)
        }
        return isGeneral(facts.text(pattern))
    }

    private func isGeneral(_ type: String) -> Bool {
        var type = type[...]
        while let first = type.first, first == ":" || first == " " { type = type.dropFirst() }
        return facts.names.holds(.anyError, String(type))
    }

    // MARK: Parameters

    /// Callbacks and handlers get errors as a parameter: `.catch(err => ..)`, `(err, rows) => ..`, `(err, req, res, next)`.
    private func scope(of name: String, parameterOf function: NodeIndex) -> Scope? {
        guard let list = tree.child(function, .parameters) else { return nil }
        let parameters = tree.children(list).filter { tree.kind($0) == .parameter }
        guard let index = parameters.firstIndex(where: { tree.child($0, .name).map { facts.text($0) } == name }),
            facts.names.holds(.caughtError, name)
        else { return nil }
        if let type = tree.child(parameters[index], .type), !isGeneral(facts.text(type)) {
            // Whatever else is called an error may be a text, a code, or fields to add.
            return isErrorClass(facts.text(type)) ? .specific : nil
        }
        let decorators = tree.children(function).filter { tree.kind($0) == .decorator }
        if !decorators.isEmpty { return handled(by: decorators) }
        if isRejectionCallback(function) { return .any }
        if index == 0, parameters.count > 1, isGiven(function) || parameters.count == 4 { return .any }
        // A handler of errors that the class or the framework calls by this name.
        let own = tree.child(function, .name).map { facts.text($0) }
        return own == "catch" && index == 0 ? .any : nil
    }

    private func isErrorClass(_ type: String) -> Bool {
        ["Error", "Exception"].contains { type.hasSuffix($0) || type.contains($0 + "<") }
    }

    /// Whether a function is an argument of a call, which decides what it is called with.
    private func isGiven(_ function: NodeIndex) -> Bool {
        let list = tree.parent(function)
        return list >= 0 && tree.kind(list) == .argumentList
    }

    private func isRejectionCallback(_ function: NodeIndex) -> Bool {
        let list = tree.parent(function)
        guard list >= 0, tree.kind(list) == .argumentList, let callee = tree.child(tree.parent(list), .callee),
            tree.kind(callee) == .member, let method = tree.child(callee, .name)
        else { return false }
        return facts.means(.handlesFailure, method)
    }

    /// `@app.errorhandler(Exception)`: what the decorator names.
    private func handled(by decorators: [NodeIndex]) -> Scope? {
        for decorator in decorators {
            guard let call = tree.child(decorator, .value), tree.kind(call) == .call,
                let list = tree.child(call, .arguments), let first = tree.firstChild(list)
            else { continue }
            return isGeneral(facts.text(first)) ? .any : .specific
        }
        return nil
    }

    // MARK: Conditions

    /// Whether a statement lets only some errors of this name through to the part of it that is `child`.
    private func narrows(_ node: NodeIndex, around child: NodeIndex, _ name: String) -> Bool {
        switch tree.kind(node) {
        case .if, .conditional, .switch:
            return tree.role(child) != .condition && (asksMore(node, name) || spares(node, child, name))
        case .case: return tree.role(child) != .condition && (asksMore(node, name) || picks(node, name))
        default: return checks[node]?[name].map { $0 < child } ?? false
        }
    }

    /// Whether an error that reaches a branch is none of the server's by its status: `status < 500 ? error.message : "Failed"`.
    private func spares(_ node: NodeIndex, _ branch: NodeIndex, _ name: String) -> Bool {
        let isBody = tree.role(branch) == .body
        guard isBody || tree.role(branch) == .alternate else { return false }
        return tree.children(node).contains { condition in
            tree.role(condition) == .condition
                && StatusConditions(facts: facts).names(sparedBy: condition, holding: isBody).contains(name)
        }
    }

    /// `switch error { case let error as Missing: .. }`: a case of its own for some errors.
    private func picks(_ clause: NodeIndex, _ name: String) -> Bool {
        let choice = tree.parent(clause)
        guard choice >= 0, let subject = tree.child(choice, .subject), facts.text(facts.unwrapped(subject)) == name
        else {
            return false
        }
        return tree.children(clause).contains { tree.role($0) == .pattern && tree.kind($0) != .identifier }
    }

    /// Whether a condition asks more of the error than to be there, or to be one.
    private func asksMore(_ node: NodeIndex, _ name: String) -> Bool {
        let conditions = tree.children(node).filter { [.condition, .subject].contains(tree.role($0)) }
        return conditions.contains { condition in
            let names = (condition..<tree.subtreeEnd(condition)).filter {
                tree.kind($0) == .identifier && facts.text($0) == name
            }
            return names.contains { CaughtErrors.asksMore(of: $0, within: condition, facts) }
                || holdsAnswer(condition, name)
        }
    }

    /// Whether a condition is nothing but what a variable holds that asked more of the error:
    /// `const isKnown = error instanceof Missing`.
    private func holdsAnswer(_ condition: NodeIndex, _ name: String) -> Bool {
        let node = facts.unwrapped(condition)
        switch tree.kind(node) {
        case .unary, .binary:
            let sign = facts.mainText(node)
            guard ["!", "not", "&&", "||", "and", "or"].contains(sign) else { return false }
            return tree.children(node).contains { holdsAnswer($0, name) }
        case .identifier: return CaughtErrors.names(askedBy: node, facts).contains(name)
        default: return false
        }
    }

    /// `if (!(error instanceof Missing)) return false`, `guard let problem = error as? Missing else { .. }`,
    /// `if (error.status >= 500) return fail()`.
    private static func checks(in facts: FileFacts) -> [NodeIndex: [String: NodeIndex]] {
        let tree = facts.tree
        var found: [NodeIndex: [String: NodeIndex]] = [:]
        for statement in facts.target.nodes(of: .if) + facts.target.nodes(of: .guard) {
            let others = tree.child(statement, tree.kind(statement) == .if ? .body : .alternate)
            guard let others, FunctionExit.isLeft(others, in: tree) else { continue }
            let block = tree.parent(statement)
            for condition in tree.children(statement) where tree.role(condition) == .condition {
                let isGuard = tree.kind(statement) == .guard
                for name in StatusConditions(facts: facts).names(sparedBy: condition, holding: isGuard)
                where found[block]?[name] == nil {
                    found[block, default: [:]][name] = statement
                }
                var asked = facts.unwrapped(condition)
                if tree.kind(statement) == .if {
                    guard tree.kind(asked) == .unary, ["!", "not"].contains(facts.mainText(asked)),
                        let value = tree.child(asked, .value)
                    else { continue }
                    asked = value
                }
                if tree.kind(statement) == .if, tree.kind(asked) == .identifier {
                    for name in names(askedBy: asked, facts) where found[block]?[name] == nil {
                        found[block, default: [:]][name] = statement
                    }
                }
                for node in asked..<tree.subtreeEnd(asked)
                where tree.kind(node) == .identifier && asksMore(of: node, within: asked, facts) {
                    if found[block]?[facts.text(node)] == nil {
                        found[block, default: [:]][facts.text(node)] = statement
                    }
                }
            }
        }
        return found
    }

    /// The names of which the value of a variable asks more than to be there.
    private static func names(askedBy variable: NodeIndex, _ facts: FileFacts) -> Set<String> {
        // What the error says is no answer.
        guard let value = facts.onlyValue(of: variable), facts.errorDetails[facts.unwrapped(value)] == nil else {
            return []
        }
        let names = (value..<facts.tree.subtreeEnd(value)).filter { part in
            facts.tree.kind(part) == .identifier && asksMore(of: part, within: value, facts)
        }
        return Set(names.map(facts.text))
    }

    private static func asksMore(of identifier: NodeIndex, within condition: NodeIndex, _ facts: FileFacts) -> Bool {
        let tree = facts.tree
        if identifier == condition { return false }
        let parent = tree.parent(identifier)
        switch tree.kind(parent) {
        case .unary, .parenthesized: return false
        case .binary:
            guard let right = tree.child(parent, .right), right != identifier else { return false }
            if tree.kind(right) == .null { return false }
            let sign = String(decoding: tree.mainText(parent), as: UTF8.self)
            if sign == "instanceof" { return !facts.names.holds(.anyError, facts.text(right)) }
            return !["&&", "||", "and", "or"].contains(sign)
        default: return true
        }
    }
}
