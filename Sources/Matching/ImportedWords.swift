import Algorithms
import Syntax

/// The words in a file's imports: those of the names that they bind and of the qualified names that they give to them. More than
/// these, perhaps, and found without resolving a name.
struct ImportedWords {
    /// The words' hashes, in ascending order.
    private let hashes: [UInt32]
    /// Whether the names of a module come in without being spelled, or are spelled with escapes, which may stand for any.
    private let areIncomplete: Bool

    init(of tree: SyntaxTree, language: any Language) {
        var words: [UInt32] = []
        var areIncomplete = false
        let functions = language.scoping.moduleFunctions
        for (index, kind) in tree.kinds.enumerated() {
            var node = NodeIndex(index)
            switch kind {
            case .import:
                break
            case .importNamespace:
                if tree.firstChild(node) == nil { areIncomplete = true }
                continue
            case .call:
                guard !functions.isEmpty, let callee = tree.child(node, .callee),
                    functions.contains(where: tree.text(callee).elementsEqual)
                else { continue }
                node = ImportedWords.binding(of: node, in: tree)
            default:
                continue
            }
            let tokens = Int(tree.firstTokens[Int(node)])..<Int(tree.endTokens[Int(node)])
            if tokens.contains(where: { tree.tokens.flags[$0].contains(.escaped) }) { areIncomplete = true }
            WordSet.forEachWord(in: tree.text(node)) { words.append($1) }
        }
        words.sort()
        hashes = words
        self.areIncomplete = areIncomplete
    }

    /// What binds names to the module that a call returns, or to members of it.
    private static func binding(of call: NodeIndex, in tree: SyntaxTree) -> NodeIndex {
        var node = call
        while true {
            switch tree.kind(node) {
            case .call where node == call, .await, .parenthesized, .member: node = tree.parent(node)
            default: return node
            }
        }
    }

    /// Whether a word, by its hash, may be one of them.
    func mayContain(_ hash: UInt32) -> Bool {
        if areIncomplete { return true }
        let index = hashes.partitioningIndex { $0 >= hash }
        return index < hashes.count && hashes[index] == hash
    }
}
