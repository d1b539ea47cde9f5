import Matching
import SourceText
import Syntax

/// Pieces of SQL that come together with their parameters from what builds both.
extension ProvenanceReader {
    /// Whether a piece comes from the call that also gave the parameters, which are handed over beside the text:
    /// `const { where, values } = filter(query)`, ``client.query(`SELECT .. ${where}`, values)``.
    func comesWithParameters(_ piece: NodeIndex) -> Bool {
        guard let builder = builder(of: piece) else { return false }
        return argumentsBeside(piece).contains { argument in
            (argument..<tree.subtreeEnd(argument)).contains { part in
                [.identifier, .member].contains(tree.kind(part)) && self.builder(of: part) == builder
                    && tree.text(part) != tree.text(piece)
            }
        }
    }

    /// The declaration that gives an expression one of several things that a call gives at once: a name of its pattern, or
    /// a member of its variable.
    private func builder(of node: NodeIndex) -> NodeIndex? {
        let node = unwrapped(node)
        let root = tree.kind(node) == .member ? tree.child(node, .object).map(unwrapped) ?? node : node
        guard tree.kind(root) == .identifier, let first = facts.uses(ofVariableAt: root).first else { return nil }
        var target = first
        while tree.parent(target) >= 0,
            [.object, .array, .tuple, .pair, .shorthand].contains(tree.kind(tree.parent(target)))
        {
            target = tree.parent(target)
        }
        let holder = tree.parent(target)
        // `([query, params]: [string, unknown[]]) =>`
        if holder >= 0, tree.kind(holder) == .parameter, target != first, root == node { return holder }
        guard holder >= 0, [.declarator, .assignment].contains(tree.kind(holder)), tree.role(target) == .target,
            (target != first) == (root == node), let value = tree.child(holder, .value),
            tree.kind(unwrapped(value)) == .call
        else { return nil }
        return holder
    }

    /// What is handed over together with the text that a piece is put into, be the text in a variable.
    private func argumentsBeside(_ piece: NodeIndex) -> [NodeIndex] {
        var found: [NodeIndex] = []
        var current = piece
        while tree.parent(current) >= 0, !tree.kind(current).isStatement {
            let parent = tree.parent(current)
            // `{ text, values }`: what an object holds beside it, too.
            if [.argumentList, .object].contains(tree.kind(parent)) {
                found += tree.children(parent).filter { $0 != current }
            }
            if [.declarator, .assignment, .augmentedAssignment].contains(tree.kind(parent)),
                tree.role(current) == .value,
                let text = tree.child(parent, .target), tree.kind(text) == .identifier
            {
                for use in facts.uses(ofVariableAt: text) where tree.kind(tree.parent(use)) == .argumentList {
                    found += tree.children(tree.parent(use)).filter { $0 != use }
                }
            }
            current = parent
        }
        return found
    }
}
