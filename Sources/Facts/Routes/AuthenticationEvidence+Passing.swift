import Matching
import Syntax

/// What shows that a guard by its name leaves callers alone, or leaves it to others to turn them away.
extension AuthenticationEvidence {
    /// Whether a function returns nothing where it might turn callers away, and turns none away.
    func isLenient(_ function: NodeIndex) -> Bool {
        var returnsNothing = false
        for node in function..<tree.subtreeEnd(function) {
            switch tree.kind(node) {
            case .throw, .decorator: return false
            case .return:
                guard let value = tree.child(node, .value) else { continue }
                returnsNothing = returnsNothing || tree.kind(value) == .null
            default: continue
            }
        }
        return returnsNothing && verdict(ofBody: function) == .open && dependencies(of: function).isEmpty
    }

    /// Whether a method of a class says yes where nothing is asked for, `if (!roles) return true`, but for what is marked as
    /// open to everybody.
    func passesUnasked(_ owner: NodeIndex) -> Bool {
        facts.target.nodes(of: .return).contains { node in
            guard node > owner, node < tree.subtreeEnd(owner), let value = tree.child(node, .value),
                tree.kind(value) == .boolean, facts.target.constant(value) == .boolean(true)
            else { return false }
            var branch = tree.parent(node)
            if tree.kind(branch) == .block { branch = tree.parent(branch) }
            guard tree.kind(branch) == .if, let condition = tree.child(branch, .condition) else { return false }
            return asksForNothing(condition)
        }
    }

    /// Whether a condition holds where a value is missing that has nothing to do with the caller.
    private func asksForNothing(_ condition: NodeIndex) -> Bool {
        var inner = condition
        while tree.kind(inner) == .parenthesized, let value = tree.child(inner, .value) { inner = value }
        if tree.kind(inner) == .binary, let left = tree.child(inner, .left),
            tree.mainText(inner).elementsEqual("||".utf8)
        {
            return asksForNothing(left)
        }
        guard tree.kind(inner) == .unary, tree.mainText(inner).elementsEqual("!".utf8) else { return false }
        return !(inner..<tree.subtreeEnd(inner)).contains { part in
            tree.kind(part) == .identifier && (facts.means(.identity, part) || facts.means(.proof, part))
                && !facts.means(.permission, part)
        }
    }

    /// The setting by which a function or class lets everybody pass: `if (!config.authEnabled) return next()`.
    func openingSetting(in node: NodeIndex) -> String? { OpeningSetting(evidence: self).find(in: node) }

    static func opened(by setting: String) -> String { "lets everybody pass where '\(setting)' says so" }

    /// Whether middleware, or each method of a class that is middleware, does nothing but call something else with all that
    /// it is given, of which no name says that it turns callers away, or passes all requests on behind such calls.
    func handsOver(_ node: NodeIndex) -> Bool {
        let passing = PassingBody(facts: facts)
        guard tree.kind(node) == .class else {
            return passing.handsOver(node)
                || passing.leavesWork(passing.onlyMakes(node) ?? node) && verdict(ofBody: node) == .open
        }
        if alwaysSaysYes(node) { return verdict(ofBody: node) == .open }
        let methods = facts.functions.nodes.filter {
            FunctionTable.enclosingClass($0, in: tree) == node && parameterCount($0) > 1 && !facts.isConstructor($0)
        }
        return !methods.isEmpty && methods.allSatisfy(PassingBody(facts: facts).handsOver)
    }

    /// Whether a guard's answer is yes wherever it gives one, it fails for nobody for not saying who calls, and nothing that it
    /// calls is by its name one that turns callers away.
    private func alwaysSaysYes(_ owner: NodeIndex) -> Bool {
        let answers = partMatches("passing", in: owner)
        guard let method = answers.first.flatMap({ FunctionTable.enclosing($0, in: tree) }),
            FunctionTable.enclosingClass(method, in: tree) == owner
        else { return false }
        let returns = facts.target.nodes(of: .return, inside: method).filter {
            FunctionTable.enclosing($0, in: tree) == method
        }
        return Set(returns).isSubset(of: answers) && RejectionReader(method, evidence: self).failure() == nil
            && facts.target.nodes(of: .call, inside: method).allSatisfy { call in
                tree.child(call, .callee).map { verdict(ofName: facts.name(of: $0))?.isAuthenticated != true } ?? false
            }
    }

    private func parameterCount(_ function: NodeIndex) -> Int {
        tree.child(function, .parameters).map { tree.childCount($0) } ?? 0
    }
}
