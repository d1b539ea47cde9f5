import Matching
import Syntax

/// What functions leave to others: to those that they return, and to those whose answers they return.
extension AuthenticationEvidence {
    /// What the functions of this file do that a function returns or leaves its work to.
    func delegated(by function: NodeIndex) -> AuthenticationVerdict? {
        var verdicts: [AuthenticationVerdict] = []
        var setting: String?
        for node in (function + 1)..<max(tree.subtreeEnd(function), function + 1) where tree.kind(node) == .return {
            guard FunctionTable.enclosing(tree.parent(node), in: tree) == function, let value = tree.child(node, .value)
            else { continue }
            if let condition = openingCondition(of: value), !namesParameter(value, of: function) {
                setting = setting ?? condition
            }
            for target in tree.kind(value) == .conditional
                ? [tree.child(value, .body), tree.child(value, .alternate)].compactMap({ $0 }) : [value]
            {
                if let verdict = verdict(ofWork: target, leftBy: function) { verdicts.append(verdict) }
            }
        }
        guard let first = verdicts.first, let shown = verdicts.first(where: \.isAuthenticated) else {
            return verdicts.first(where: \.isUnknown)
        }
        if let setting { return .unknown(Self.opened(by: setting)) }
        // A function that makes guards gives the strict one unless it is told otherwise.
        let makesGuards = first.isAuthenticated && verdicts.count <= 2 && !handlesRequest(function)
        return verdicts.allSatisfy(\.isAuthenticated) || makesGuards
            ? shown : .unknown("only some of what it leaves its work to turns callers away")
    }

    /// What somebody else does for a function that returns that or what it gives.
    private func verdict(ofWork target: NodeIndex, leftBy function: NodeIndex) -> AuthenticationVerdict? {
        guard tree.kind(target) == .call, let callee = tree.child(target, .callee) else {
            if let symbol = madeHandler(target).flatMap(ForwardingHandler(facts: facts).target),
                facts.modules.isFromPackage(symbol)
            {
                return .unknown("what '\(symbol.display)' makes is not known")
            }
            return local(target, besides: function).map(decorated)
        }
        if let guardian = handedGuard(target, by: function) { return guardian }
        if let inner = local(callee, besides: function) {
            let verdict = decorated(inner)
            guard verdict.isAuthenticated, ClientData(evidence: self).isComputedOfData(target) else { return verdict }
            return .unknown("'\(facts.name(of: callee))' judges what the client sends as data")
        }
        if isLookedUp(callee), tree.child(target, .arguments).flatMap(tree.firstChild) != nil {
            return .unknown("leaves its work to what '\(facts.text(callee).prefix(40))' holds")
        }
        if tree.kind(callee) == .identifier, facts.modules.isFromPackage(callee, in: facts.target),
            arguments(of: target).contains(where: { tree.kind($0) == .lambda })
        {
            return .unknown("what '\(facts.text(callee))' makes is not known")
        }
        return nil
    }

    /// Whether the condition of a choice asks for what the function is told.
    private func namesParameter(_ choice: NodeIndex, of function: NodeIndex) -> Bool {
        guard let condition = tree.child(choice, .condition), let list = tree.child(function, .parameters) else {
            return false
        }
        let given = tree.range(list)
        return (condition..<tree.subtreeEnd(condition)).contains { node in
            tree.kind(node) == .identifier && facts.uses(ofVariableAt: node).contains { given.contains(tree.range($0)) }
        }
    }

    /// The function that is returned as it stands.
    private func madeHandler(_ value: NodeIndex) -> NodeIndex? {
        tree.kind(value) == .lambda || tree.kind(value) == .function ? value : nil
    }

    private func local(_ name: NodeIndex, besides function: NodeIndex) -> NodeIndex? {
        guard tree.kind(name) == .identifier || tree.kind(name) == .member, let inner = facts.localFunction(name),
            inner != function
        else { return nil }
        return inner
    }

    /// The verdict of a function that turns callers away, which is handed on together with what the function was given:
    /// `return compose(handler, requireMember)`.
    private func handedGuard(_ call: NodeIndex, by function: NodeIndex) -> AuthenticationVerdict? {
        guard let list = tree.child(function, .parameters) else { return nil }
        let given = tree.range(list)
        var handsOn = false
        var guardian: AuthenticationVerdict?
        for argument in arguments(of: call) {
            var value = argument
            while let inner = tree.kind(value) == .cast ? tree.child(value, .value) : nil { value = inner }
            guard tree.kind(value) == .identifier else { continue }
            let variable = facts.target.semantics.variables[Int(value)]
            if variable >= 0, facts.uses(of: variable).contains(where: { given.contains(tree.range($0)) }) {
                handsOn = true
            } else if guardian == nil, let inner = local(value, besides: function) {
                let verdict = decorated(inner)
                guardian = verdict.isAuthenticated ? verdict : nil
            }
        }
        return handsOn ? guardian : nil
    }

    /// Whether a callee is whatever a table holds under a key.
    private func isLookedUp(_ callee: NodeIndex) -> Bool {
        if tree.kind(callee) == .index { return true }
        guard tree.kind(callee) == .identifier else { return false }
        return facts.onlyValue(of: callee).map { tree.kind($0) == .index } ?? false
    }

    /// Whether a function calls what it returns, rather than returning functions.
    private func handlesRequest(_ function: NodeIndex) -> Bool {
        (function..<tree.subtreeEnd(function)).contains { node in
            tree.kind(node) == .return && tree.child(node, .value).map { tree.kind($0) == .call } ?? false
        }
    }

    /// What a function does behind its decorators and dependencies.
    private func decorated(_ function: NodeIndex) -> AuthenticationVerdict {
        let decorators = tree.children(function).filter { tree.kind($0) == .decorator }
        return (decorators.map(link) + dependencies(of: function)).reduce(verdict(ofBody: function)) {
            $0.joined(with: $1.verdict)
        }
    }
}
