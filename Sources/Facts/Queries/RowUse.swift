import Matching
import SourceText
import Syntax

/// Whether the rows of a query are given back whole: in a response or as the function's value.
struct RowUse {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func isReturnedWhole(_ query: Query) -> Bool {
        let uses =
            [query.node]
            + variables(of: query.node).flatMap { variable in
                facts.uses(of: variable).filter { $0 > query.node }
            }
        if uses.dropFirst().contains(where: isFirstRow) || isFirstRow(query.node) { return false }
        return uses.contains { isGivenBack($0, in: query) }
    }

    /// The variables that hold the rows, or what is made of each of them.
    private func variables(of node: NodeIndex) -> Set<Int32> {
        var found = Set<Int32>()
        var work = [node]
        while let next = work.popLast(), found.count < 8 {
            var current = next
            while tree.parent(current) >= 0, !tree.kind(tree.parent(current)).isStatement,
                tree.kind(tree.parent(current)) != .declarator,
                tree.kind(tree.parent(current)) != .assignment
            {
                current = tree.parent(current)
                if tree.kind(current) == .lambda { break }
            }
            let holder = tree.parent(current)
            guard holder >= 0, tree.role(current) == .value, let target = tree.child(holder, .target) else { continue }
            for part in target..<tree.subtreeEnd(target) where tree.kind(part) == .identifier {
                let variable = facts.target.semantics.variables[Int(part)]
                guard variable >= 0, found.insert(variable).inserted else { continue }
                work += facts.uses(of: variable).filter { $0 > part && tree.role($0) != .target }
            }
        }
        return found
    }

    /// `rows[0]`, `rows.first`, `result.rows[0]`, `const [row] = rows`.
    private func isFirstRow(_ use: NodeIndex) -> Bool {
        var current = use
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .await, .parenthesized, .tryExpression: current = parent
            case .member where tree.role(current) == .object:
                guard let name = tree.child(parent, .name) else { return false }
                if facts.means(.partOfRows, name) { return true }
                current = parent
            case .index:
                return tree.role(current) == .object && !tree.children(parent).contains { tree.kind($0) == .slice }
            case .declarator:
                return tree.child(parent, .target).map { tree.kind($0) == .array } ?? false
            case .unary: return true
            default: return false
            }
        }
        return false
    }

    private func isGivenBack(_ use: NodeIndex, in query: Query) -> Bool {
        let range = tree.range(use)
        if facts.responses.contains(where: { $0.range.contains(range) }) { return true }
        var current = use
        while tree.parent(current) >= 0 {
            let parent = tree.parent(current)
            switch tree.kind(parent) {
            case .return: return true
            case .lambda: return tree.role(current) == .body && QueryPlacement.function(of: use, facts) == parent
            case .function, .if, .while, .forEach, .for, .assignment, .declarator: return false
            case .binary, .unary: return false
            default: current = parent
            }
        }
        return false
    }
}
