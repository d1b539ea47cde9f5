import Matching
import Syntax

/// Where the variables of a file stand, and what they are given there.
final class VariableUses {
    private let tree: SyntaxTree
    /// All identifiers that denote a variable: those of variable 0 in source order, then those of variable 1, and so on.
    private let nodes: [NodeIndex]
    /// By variable: where its identifiers start in `nodes`, and one more for the end.
    private let starts: [Int32]
    private var values: [Int32: [NodeIndex]] = [:]

    init(tree: SyntaxTree, semantics: Semantics) {
        self.tree = tree
        var starts = [Int32](repeating: 0, count: semantics.variableValues.count + 1)
        for variable in semantics.variables where variable >= 0 { starts[Int(variable) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var nodes = [NodeIndex](repeating: -1, count: Int(starts.last ?? 0))
        for (index, variable) in semantics.variables.enumerated() where variable >= 0 {
            nodes[Int(next[Int(variable)])] = NodeIndex(truncatingIfNeeded: index)
            next[Int(variable)] += 1
        }
        self.starts = starts
        self.nodes = nodes
    }

    /// The identifiers that denote a variable, in source order.
    subscript(variable: Int32) -> ArraySlice<NodeIndex> {
        nodes[Int(starts[Int(variable)])..<Int(starts[Int(variable) + 1])]
    }

    private static let mostValues = 8

    /// What a variable is given, wherever that is; the first few.
    func values(of variable: Int32) -> [NodeIndex] {
        if let known = values[variable] { return known }
        let found = Array(self[variable].lazy.compactMap(value).prefix(Self.mostValues))
        values[variable] = found
        return found
    }

    /// What an identifier is given where it stands, be it as a part of a pattern.
    private func value(givenTo use: NodeIndex) -> NodeIndex? {
        var child = use
        var current = tree.parent(use)
        while current >= 0 {
            let isTarget = tree.role(child) == .target
            switch tree.kind(current) {
            case .assignment, .declarator, .optionalBinding, .withItem:
                return isTarget ? tree.child(current, .value) : nil
            case .forEach: return isTarget ? tree.child(current, .iterable) : nil
            case .object, .array, .tuple, .pair, .shorthand, .identifier, .parenthesized, .bindingPattern:
                child = current
                current = tree.parent(current)
            default: return nil
            }
        }
        return nil
    }
}
