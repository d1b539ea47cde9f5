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

    /// Whether middleware, or each method of a class that is middleware, does nothing but call something else with all that
    /// it is given, of which no name says that it turns callers away.
    func handsOver(_ node: NodeIndex) -> Bool {
        guard tree.kind(node) == .class else { return PassingBody(facts: facts).handsOver(node) }
        let methods = facts.functions.nodes.filter {
            FunctionTable.enclosingClass($0, in: tree) == node && parameterCount($0) > 1 && !facts.isConstructor($0)
        }
        return !methods.isEmpty && methods.allSatisfy(PassingBody(facts: facts).handsOver)
    }

    private func parameterCount(_ function: NodeIndex) -> Int {
        tree.child(function, .parameters).map { tree.childCount($0) } ?? 0
    }
}
