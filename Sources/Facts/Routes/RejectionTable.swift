import Algorithms
import Matching
import SourceText
import Syntax

/// Where a file may turn callers away: found once, however many functions stand in one another.
///
/// A class, so that asking it holds on to one thing and not to all that it is made of.
final class RejectionTable {
    enum Kind {
        /// An answer of 401 or 403, or words for that.
        case answer
        case redirect
        /// The page where callers log in, to which this call redirects.
        case loginPlace(NodeIndex)
    }

    struct Place {
        let node: NodeIndex
        let kind: Kind
    }

    /// In preorder.
    private var places: [Place] = []
    private let tree: SyntaxTree
    private let identifiers: IdentifierTable
    /// By name of the file: whether it is spelled like a rejection.
    private let rejecting: [Bool]

    init(evidence: AuthenticationEvidence) {
        tree = evidence.tree
        let answers = Set(evidence.partMatches("rejection", in: 0))
        let redirects = Set(evidence.partMatches("redirect", in: 0))
        identifiers = evidence.facts.target.identifiers
        rejecting = (0..<Int32(identifiers.count)).map { [identifiers] in Self.saysRejection(identifiers.name($0)) }
        // Where the calls end that redirect, as far as they have begun: what stands in none of them is no place to go to.
        var endOfRedirects: NodeIndex = 0
        for index in tree.kinds.indices {
            let node = NodeIndex(truncatingIfNeeded: index)
            if isRedirect(node, evidence.facts) { endOfRedirects = max(endOfRedirects, tree.subtreeEnd(node)) }
            if answers.contains(node) || isRejection(node, evidence) {
                places.append(Place(node: node, kind: .answer))
            } else if redirects.contains(node) {
                places.append(Place(node: node, kind: .redirect))
            } else if node < endOfRedirects, let redirect = redirectToLogin(node, evidence.facts) {
                places.append(Place(node: node, kind: .loginPlace(redirect)))
            }
        }
    }

    /// Those inside a function.
    func places(in function: NodeIndex) -> ArraySlice<Place> {
        places[places.partitioningIndex { $0.node > function }...].prefix { $0.node < tree.subtreeEnd(function) }
    }

    /// What the node says is an answer to callers that are turned away: 401 or 403 unless it is compared with, or the
    /// words for them.
    private func isRejection(_ node: NodeIndex, _ evidence: AuthenticationEvidence) -> Bool {
        switch tree.kind(node) {
        case .number:
            let text = tree.text(node)
            guard text.elementsEqual("401".utf8) || text.elementsEqual("403".utf8) else { return false }
            let parent = tree.kind(tree.parent(node))
            return parent != .binary && parent != .case
        case .identifier, .stringText, .string:
            guard isSpelledLikeRejection(node), !isCompared(node), !isCaught(node) else { return false }
            let parent = tree.parent(node)
            if tree.kind(parent) == .pair, let key = tree.child(parent, .key) {
                return key != node && evidence.facts.names.holds(.errorKey, evidence.facts.bareText(key))
            }
            // A text that is put together is a report of something rather than an answer.
            if tree.kind(parent) == .augmentedAssignment { return false }
            return tree.kind(parent) != .binary && tree.kind(parent) != .index && !isType(node)
                && ![.type, .typeArguments, .genericType].contains(tree.kind(parent))
                && tree.kind(parent) != .decorator
        default:
            return false
        }
    }

    /// Whether a node is a part of a type: `Refusals.Unauthorized["body"]`.
    private func isType(_ node: NodeIndex) -> Bool {
        var current = node
        for _ in 0..<6 where current >= 0 && !tree.kind(current).isStatement {
            if tree.role(current) == .type || tree.kind(current) == .typeOther { return true }
            current = tree.parent(current)
        }
        return false
    }

    /// Whether a node names an error that a clause catches: what raised it has turned somebody away, and not the clause.
    private func isCaught(_ node: NodeIndex) -> Bool {
        var node = node
        while [.member, .tuple].contains(tree.kind(tree.parent(node))) { node = tree.parent(node) }
        return tree.kind(tree.parent(node)) == .catch && tree.role(node) != .body
    }

    /// Whether a member of something is compared with another value, rather than answered: `error.status == .forbidden`.
    private func isCompared(_ node: NodeIndex) -> Bool {
        var node = node
        while tree.kind(tree.parent(node)) == .member { node = tree.parent(node) }
        // `case .unauthorized(let reason):`
        if tree.role(node) == .callee, tree.role(tree.parent(node)) == .pattern { return true }
        let parent = tree.parent(node)
        guard tree.kind(parent) == .binary else { return tree.kind(parent) == .case }
        return ["==", "!=", "===", "!==", "~="].contains(String(decoding: tree.mainText(parent), as: UTF8.self))
    }

    /// The call that redirects to the page where callers log in, where a node names that.
    private func redirectToLogin(_ node: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        switch tree.kind(node) {
        case .identifier:
            guard tree.range(node).count <= 64, facts.means(.loginPlace, node) || holdsLoginPlace(node, facts) else {
                return nil
            }
            return redirect(around: node, facts)
        case .string, .stringText:
            guard tree.range(node).count <= 64, let redirect = redirect(around: node, facts) else { return nil }
            return facts.names.holds(.loginPlace, facts.bareText(node)) ? redirect : nil
        default: return nil
        }
    }

    /// Whether what a variable is given, or what is put into a part of it, names the page where callers log in:
    /// `url.pathname = "/login"`.
    private func holdsLoginPlace(_ node: NodeIndex, _ facts: FileFacts) -> Bool {
        guard tree.kind(tree.parent(node)) == .argumentList, facts.variable(of: node) != nil else { return false }
        if let value = facts.onlyValue(of: node), namesLoginPlace(value, facts) { return true }
        return facts.uses(ofVariableAt: node).contains { use in
            let member = tree.parent(use)
            guard member >= 0, tree.kind(member) == .member, tree.role(member) == .target, tree.parent(member) >= 0,
                tree.kind(tree.parent(member)) == .assignment,
                let value = tree.child(tree.parent(member), .value)
            else { return false }
            return namesLoginPlace(value, facts)
        }
    }

    /// Whether a text within a value is the path of the page where callers log in.
    private func namesLoginPlace(_ value: NodeIndex, _ facts: FileFacts) -> Bool {
        (value..<min(tree.subtreeEnd(value), value + Self.mostParts)).contains { part in
            (tree.kind(part) == .string || tree.kind(part) == .stringText) && tree.range(part).count <= 64
                && facts.names.holds(.loginPlace, facts.bareText(part))
        }
    }

    private static let mostParts: NodeIndex = 16

    /// The innermost call around a node that redirects.
    private func redirect(around node: NodeIndex, _ facts: FileFacts) -> NodeIndex? {
        var current = tree.parent(node)
        for _ in 0..<8 where current >= 0 && !tree.kind(current).isStatement {
            if isRedirect(current, facts) { return current }
            current = tree.parent(current)
        }
        return nil
    }

    private func isRedirect(_ node: NodeIndex, _ facts: FileFacts) -> Bool {
        (tree.kind(node) == .call || tree.kind(node) == .new) && facts.isNamed(.redirects, node)
    }

    private func isSpelledLikeRejection(_ node: NodeIndex) -> Bool {
        let name = tree.kind(node) == .identifier ? identifiers.ids[Int(tree.mainTokens[Int(node)])] : -1
        return name >= 0 ? rejecting[Int(name)] : Self.saysRejection(tree.text(node))
    }

    /// Words in which a rejection is spelled: `Unauthorized`, `HTTP_401_UNAUTHORIZED`, `NotAuthenticated`, `.forbidden`.
    private static func saysRejection(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 9, text.count <= 64 else { return false }
        let lower = text.map(\.lowercased)
        return words.contains { word in
            guard lower.count >= word.count else { return false }
            return (0...(lower.count - word.count)).contains { lower[$0..<($0 + word.count)].elementsEqual(word) }
        }
    }

    private static let words = [
        "unauthorized", "unauthorised", "unauthenticated", "forbidden", "notauthenticated", "not_authenticated",
        "authenticationfailed", "permissiondenied", "not authenticated", "not logged in",
    ].map { Array($0.utf8) }
}
