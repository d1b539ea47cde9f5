import Matching
import SourceText
import Syntax

/// Tells whether a function that asks for the method of the request, `if request.method == "POST":`, also answers requests by
/// others: somewhere it gives back something besides the branches for that method, and does not say there that it takes no other.
struct OtherMethods {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// - Parameter tests: the comparisons by which the function asks for the method.
    func areServed(by function: NodeIndex, besides tests: [NodeIndex]) -> Bool {
        !tests.isEmpty
            && facts.target.nodes(of: .return, inside: function).contains { answer in
                FunctionTable.enclosing(answer, in: tree) == function && tree.child(answer, .value) != nil
                    && !isForTested(answer, in: function, tests) && !isRefusal(answer)
            }
    }

    /// Whether an answer stands where only requests by the methods come that are asked for.
    private func isForTested(_ answer: NodeIndex, in function: NodeIndex, _ tests: [NodeIndex]) -> Bool {
        var child = answer
        while tree.parent(child) >= function {
            let parent = tree.parent(child)
            if tree.kind(parent) == .if, let test = test(of: parent, tests) {
                let isFor =
                    tree.role(child) == .body ? !isNegative(test) : tree.role(child) == .alternate && isNegative(test)
                if isFor { return true }
            }
            // `if request.method != "POST": return ..` leaves the rest to that method.
            let isLeft = tree.children(parent).contains { branch in
                guard branch < child, tree.kind(branch) == .if, let test = test(of: branch, tests), isNegative(test),
                    let body = tree.child(branch, .body)
                else { return false }
                return FunctionExit.isLeft(body, in: tree)
            }
            if isLeft { return true }
            child = parent
        }
        return false
    }

    private func test(of branch: NodeIndex, _ tests: [NodeIndex]) -> NodeIndex? {
        guard let condition = tree.child(branch, .condition) else { return nil }
        return tests.first { (condition..<tree.subtreeEnd(condition)).contains($0) }
    }

    private func isNegative(_ test: NodeIndex) -> Bool { ["!=", "not"].contains(facts.mainText(test)) }

    /// Whether an answer says that the request failed, or speaks of the method.
    private func isRefusal(_ answer: NodeIndex) -> Bool {
        let range = tree.range(answer)
        if facts.responses.lying(within: range, by: \.range).contains(where: { ($0.status.value ?? 200) >= 400 }) {
            return true
        }
        return (answer..<tree.subtreeEnd(answer)).contains { part in
            switch tree.kind(part) {
            case .identifier: return facts.means(.refusesMethod, part)
            case .string, .stringText: return facts.names.holds(.refusesMethod, facts.bareText(part))
            default: return false
            }
        }
    }
}
