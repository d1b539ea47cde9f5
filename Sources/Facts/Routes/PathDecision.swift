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

    private func testsPath(_ function: NodeIndex) -> Bool {
        testedPathNames[testedPathNames.partitioningIndex { $0 > function }...]
            .prefix { $0 < tree.subtreeEnd(function) }
            .contains { isTested($0, within: function) }
    }

    /// Whether a function or class that tests the path of the request also decides something by who calls.
    func guardsSomePaths(_ function: NodeIndex) -> Bool {
        decidesByPath(function)
            && (function..<tree.subtreeEnd(function)).contains { node in
                tree.role(node) == .condition && asksForCaller(node)
            }
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
