import Matching
import Syntax

/// Tells where a handler names the caller to decide whose something is from where it only knows him: it shows him, writes him
/// into a log, or turns away those whom nobody knows.
struct CallerMention {
    let facts: FileFacts
    /// The responses of the file and the calls that log.
    private let showing: Set<NodeIndex>
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
        showing = Set(
            facts.matches.of(.responses).map(\.match.node) + facts.matches.of(.logs).map(\.match.node))
    }

    /// Whether what stands around a name of the caller leaves it open whose the rows are.
    func isBeside(_ node: NodeIndex, in function: NodeIndex) -> Bool {
        var child = node
        while tree.parent(child) > function {
            let parent = tree.parent(child)
            switch tree.kind(parent) {
            case .member, .index, .parenthesized, .await, .argumentList, .keywordArgument, .pair, .object, .array,
                .tuple,
                .interpolatedString, .interpolation, .unary:
                break
            case .call:
                // What the client sends counts first: `request.args.get("user_id", current_user.id)`.
                let isShown =
                    showing.contains(parent) || facts.isNamed(.servesPage, parent)
                    || facts.isNamed(.redirects, parent)
                if isShown || Self.readsInput(parent, facts) { return true }
            case .binary:
                if compares(parent) { return false }
            case .if, .while, .conditional:
                return tree.role(child) == .condition && asksOnlyForCaller(child, in: function)
            case .assignment, .declarator:
                return tree.child(parent, .target).map {
                    facts.hasName(.caller, in: $0) && !facts.hasName(.permission, in: parent)
                } ?? false
            case .return: return !hasCall(child)
            default: return false
            }
            child = parent
        }
        return false
    }

    /// Whether a call gives what the client sent under some name.
    static func readsInput(_ call: NodeIndex, _ facts: FileFacts) -> Bool {
        if facts.inputNodes.contains(call) { return true }
        guard facts.tree.kind(call) == .call, let callee = facts.tree.child(call, .callee),
            facts.tree.kind(callee) == .member, let object = facts.tree.child(callee, .object)
        else { return false }
        return facts.inputNodes.contains(object)
    }

    /// Whether two values are compared of which neither stands in the code.
    private func compares(_ node: NodeIndex) -> Bool {
        guard let left = tree.child(node, .left), let right = tree.child(node, .right) else { return true }
        if ["and", "or", "&&", "||"].contains(where: { tree.mainText(node).elementsEqual($0.utf8) }) { return false }
        return ![left, right].contains { [.string, .number, .null, .boolean].contains(tree.kind($0)) }
    }

    /// Whether a condition is about whether somebody is known, and neither about what he may do nor about anything else.
    private func asksOnlyForCaller(_ condition: NodeIndex, in function: NodeIndex) -> Bool {
        (condition..<tree.subtreeEnd(condition)).allSatisfy { part in
            guard tree.kind(part) == .identifier else { return true }
            if facts.means(.permission, part) { return false }
            if tree.role(part) == .callee || tree.isMemberName(part) { return true }
            return facts.means(.proof, part) || facts.means(.signedIn, part) || facts.means(.requestRoot, part)
        }
    }

    private func hasCall(_ node: NodeIndex) -> Bool {
        (node..<tree.subtreeEnd(node)).contains { tree.kind($0) == .call }
    }
}
