import Matching
import Syntax

/// Tells redirects that turn away who is not signed in from those that follow a form: the first depend on who is asking.
struct RedirectRejection {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Whether a node is reached only by what a test of the caller's identity decides: in a branch of it, or after one that
    /// leaves the function for everybody else.
    func dependsOnIdentity(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        var child = node
        var current = tree.parent(node)
        while current >= function, current >= 0 {
            switch tree.kind(current) {
            case .if, .conditional:
                if tree.role(child) != .condition, testsIdentity(current) { return true }
            case .block:
                if isAfterTest(child, in: current) { return true }
            case .binary:
                if tree.role(child) == .right, let left = tree.child(current, .left), holdsIdentity(left) {
                    return true
                }
            default: break
            }
            if current == function { return false }
            child = current
            current = tree.parent(current)
        }
        return false
    }

    private func isAfterTest(_ statement: NodeIndex, in block: NodeIndex) -> Bool {
        for sibling in tree.children(block) {
            if sibling >= statement { return false }
            guard tree.kind(sibling) == .if, testsIdentity(sibling), let body = tree.child(sibling, .body) else {
                continue
            }
            if (body..<tree.subtreeEnd(body)).contains(where: { tree.kind($0) == .return }) { return true }
        }
        return false
    }

    private func testsIdentity(_ branch: NodeIndex) -> Bool {
        tree.children(branch).contains { tree.role($0) == .condition && holdsIdentity($0) }
    }

    private func holdsIdentity(_ node: NodeIndex) -> Bool {
        CallerIdentity(evidence: facts.authentication).proof(in: [node]) != nil
    }
}
