import Matching
import Syntax

/// By what a server tells callers apart.
public enum ProofKind: Hashable, Sendable {
    /// A header that the caller must send.
    case header
    /// A token, of which nothing says where the caller is to put it.
    case token
    /// A session or other cookie, which browsers send by themselves.
    case session

    /// What a function that turns callers away reads; empty where it turns nobody away.
    static func read(in function: NodeIndex, of summary: FunctionSummary, _ facts: FileFacts) -> Set<ProofKind> {
        let own = summary.name.lastDottedPart
        guard
            summary.verdict.isAuthenticated || facts.authentication.verdict(ofName: own)?.isAuthenticated == true
        else { return [] }
        let tree = facts.tree
        var found: Set<ProofKind> = []
        for link in summary.links {
            if case .authenticated(let evidence) = link.verdict { found.formUnion(kinds(in: evidence, facts.names)) }
        }
        var node = function + 1
        let end = min(tree.subtreeEnd(function), node + largestBody)
        while node < end, found.count < 3 {
            switch tree.kind(node) {
            case .identifier, .member, .index, .string, .stringText:
                if tree.range(node).count <= 80 { found.formUnion(kinds(of: facts.text(node), facts.names)) }
            default: break
            }
            node += 1
        }
        return found
    }

    /// Whether a function calls something of a module that finds callers by a cookie of its own.
    static func asksSessionModule(_ function: NodeIndex, _ facts: FileFacts) -> Bool {
        guard facts.importsSessionModule else { return false }
        let tree = facts.tree
        return (function..<tree.subtreeEnd(function)).contains { node in
            guard tree.kind(node) == .identifier, tree.role(node) == .callee || tree.role(node) == .object,
                let symbol = facts.modules.symbol(of: node, in: facts.target)
            else { return false }
            return facts.names.holds(.sessionModule, symbol.module)
        }
    }

    /// In nodes; what decides about callers stands near the top of a function.
    private static let largestBody: NodeIndex = 2000

    /// The kinds that the words of some evidence speak of.
    static func kinds(in evidence: String, _ names: NameVocabulary) -> Set<ProofKind> {
        evidence.split { " ,:()".utf8.contains($0.utf8.first ?? 0) }.reduce(into: []) {
            $0.formUnion(kinds(of: String($1), names))
        }
    }

    private static func kinds(of word: String, _ names: NameVocabulary) -> Set<ProofKind> {
        var kinds: Set<ProofKind> = []
        if names.holds(.headerProof, word) { kinds.insert(.header) }
        if names.holds(.tokenProof, word) { kinds.insert(.token) }
        if names.holds(.sessionProof, word) { kinds.insert(.session) }
        return kinds
    }
}
