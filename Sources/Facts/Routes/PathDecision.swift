import Algorithms
import Matching
import Syntax

extension AuthenticationEvidence {
    /// Whether something in a function or class tests the path of the request: a guard that does may let some routes pass.
    func decidesByPath(_ function: NodeIndex) -> Bool {
        testsPath(function)
            || facts.target.nodes(of: .call).contains { call in
                guard call > function, call < tree.subtreeEnd(function), let callee = tree.child(call, .callee),
                    tree.kind(callee) == .identifier, let inner = facts.localFunction(callee)
                else { return false }
                return inner != function && testsPath(inner) && isTested(call, within: function)
            }
    }

    /// The identifiers that name the path of a request, and the uses of what holds a part of it, in preorder:
    /// `subpath = request.path[len(PREFIX):]`.
    func namesOfPath() -> [NodeIndex] {
        let names = facts.target.nodes(of: .identifier).filter { facts.means(.requestPath, $0) }
        let held = names.compactMap(variableHolding).flatMap { facts.uses(of: $0) }
        return held.isEmpty ? names : Set(names + held).sorted()
    }

    /// The variable that is given a name, or what is taken out of it, and nothing besides.
    private func variableHolding(_ name: NodeIndex) -> Int32? {
        var value = name
        while tree.parent(value) >= 0 {
            let parent = tree.parent(value)
            switch tree.kind(parent) {
            case .member, .parenthesized, .await: break
            case .index where tree.role(value) == .object: break
            case .call where tree.role(value) == .callee: break
            case .declarator, .assignment:
                guard tree.role(value) == .value, let target = tree.child(parent, .target),
                    tree.kind(target) == .identifier
                else { return nil }
                return facts.variable(of: target)
            default: return nil
            }
            value = parent
        }
        return nil
    }

    private func testsPath(_ function: NodeIndex) -> Bool {
        testedPathNames[testedPathNames.partitioningIndex { $0 > function }...]
            .prefix { $0 < tree.subtreeEnd(function) }
            .contains { isTested($0, within: function) }
    }

    /// Whether a function or class that tests the path of the request also decides something by who calls, so that strangers may
    /// be turned away.
    func guardsSomePaths(_ function: NodeIndex) -> Bool {
        decidesByPath(function)
            && (function..<tree.subtreeEnd(function)).contains { node in
                tree.role(node) == .condition && asksForCaller(node) && !holdsForKnownOnly(node, in: function)
            }
    }

    /// Whether only callers who are known come to where a condition leads, and nobody is turned away elsewhere in the function:
    /// `if user.is_authenticated and not user.confirmed: return redirect(..)`.
    private func holdsForKnownOnly(_ condition: NodeIndex, in function: NodeIndex) -> Bool {
        let conditions = CallerCondition(evidence: self, identity: CallerIdentity(evidence: self))
        var child = condition
        while tree.parent(child) > function {
            let branch = tree.parent(child)
            if tree.kind(branch) == .if, tree.role(child) != .alternate,
                let tested = tree.child(branch, .condition), asksForCaller(tested),
                conditions.judge(all: [tested], rejectsWhen: true).isNone
            {
                return answers(in: function).allSatisfy { (branch..<tree.subtreeEnd(branch)).contains($0) }
            }
            child = branch
        }
        return false
    }

    /// Where a function answers a request instead of letting it pass, or fails.
    private func answers(in function: NodeIndex) -> [NodeIndex] {
        facts.target.nodes(of: .throw, inside: function)
            + facts.target.nodes(of: .return, inside: function).filter { node in
                tree.child(node, .value).map { tree.kind($0) != .null } ?? false
            } + rejections.places(in: function).map(\.node)
    }

    /// Whether something in a condition is named like what tells who calls.
    func asksForCaller(_ condition: NodeIndex) -> Bool {
        (condition..<tree.subtreeEnd(condition)).contains { node in
            tree.kind(node) == .identifier && (facts.means(.identity, node) || facts.means(.signedIn, node))
        }
    }

    /// Whether an expression decides about something inside a function, or anywhere (-1), or is searched or compared.
    func isTested(_ node: NodeIndex, within function: NodeIndex) -> Bool {
        var child = node
        var current = tree.parent(node)
        while current > function {
            switch tree.kind(current) {
            case .binary, .unary, .comprehensionClause: return true
            case .call:
                // `path.startswith("/public")`, `EXEMPT.match(path)`, `isPublic(path)`: what is asked of it is an answer.
                if isCondition(current) { return true }
            case .if, .guard, .conditional, .while, .switch:
                return tree.role(child) == .condition || tree.role(child) == .subject
            case let kind where kind.isStatement: return false
            default: break
            }
            child = current
            current = tree.parent(current)
        }
        return false
    }

    /// Whether a call stands in the condition of a statement.
    private func isCondition(_ call: NodeIndex) -> Bool {
        var current = call
        while current >= 0, !tree.kind(current).isStatement {
            if tree.role(current) == .condition { return true }
            current = tree.parent(current)
        }
        return false
    }
}
