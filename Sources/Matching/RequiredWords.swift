import Syntax

/// The words that a file must contain for a pattern to match anywhere in it.
enum RequiredWords {
    /// The hashes of names and literal words of a pattern, each once, except where an equivalence lets a match do without them.
    static func of(tree: SyntaxTree, strings: [StringPattern?]) -> [UInt32] {
        var words: [UInt32] = []
        func insert(_ word: UInt32) {
            if !words.contains(word) { words.append(word) }
        }
        var index: NodeIndex = 0
        while index < tree.count {
            switch tree.kind(index) {
            case .identifier:
                let text = tree.text(index)
                // A type or module may be spelled through an alias, but the alias's import spells it.
                if tree.role(index) != .alias { WordSet.forEachWord(in: text) { insert($1) } }
            case .string:
                if let word = literalWord(index, tree, strings) { insert(word) }
            case .typedMetavariable:
                // A literal has its type without saying so.
                index = tree.subtreeEnd(index)
                continue
            default:
                break
            }
            index += 1
        }
        return words
    }

    /// A word of a literal. Concatenation can split a literal, and a name can carry it, but a word of it stands somewhere; next
    /// to an escape sequence (`\nvalue`) it is written as a part of another.
    private static func literalWord(_ node: NodeIndex, _ tree: SyntaxTree, _ strings: [StringPattern?]) -> UInt32? {
        // Nobody spells the name of a module in pieces; of other texts, short ones may be.
        let shortest = tree.role(node) == .source ? 1 : 3
        var first: UInt32?
        WordSet.forEachWord(in: literalText(node, tree, strings)) { word, hash in
            if first == nil, word.count >= shortest { first = hash }
        }
        return first
    }

    /// The text of a literal that is spelled as it is; of another, nothing.
    private static func literalText(
        _ node: NodeIndex, _ tree: SyntaxTree, _ strings: [StringPattern?]
    ) -> ArraySlice<UInt8> {
        guard case .exactly(let value) = strings[Int(node)], !tree.text(node).contains(UInt8(ascii: "\\")) else {
            return []
        }
        return value[...]
    }

    /// By node of a pattern: what any code it matches holds, or has by what its names mean.
    static func signatures(of tree: SyntaxTree, strings: [StringPattern?]) -> [CodeSignature] {
        var signatures = [CodeSignature](repeating: CodeSignature(), count: tree.count)
        for index in signatures.indices.reversed() {
            let node = NodeIndex(index)
            var needs = CodeSignature()
            switch tree.kind(node) {
            case .identifier:
                if tree.role(node) != .alias { needs.words = WordSignature(wordsOf: tree.text(node)) }
            case .string:
                needs.words = WordSignature(wordsOf: literalText(node, tree, strings))
                if isWholeValue(node, in: tree) { needs.shapes = ShapeSignature(ofPattern: node, in: tree) }
            case .typedMetavariable, .concatenatedString:
                // A literal has its type without saying so; its text may be split otherwise.
                break
            default:
                needs.shapes = ShapeSignature(ofPattern: node, in: tree)
                // The name of a function expression is its own affair.
                let ignored: Role? = tree.kind(node) == .lambda ? .name : nil
                for child in tree.children(node) where tree.role(child) != ignored {
                    needs.formUnion(signatures[Int(child)])
                }
                // Types are compared by their text.
                if tree.kind(node) == .type { needs.shapes = ShapeSignature() }
            }
            signatures[index] = needs
        }
        return signatures
    }

    /// Whether a literal has to be met by a value: a key may be a name, and `...` in a longer string stands for no text too.
    private static func isWholeValue(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        guard tree.role(node) != .key else { return false }
        switch tree.kind(tree.parent(node)) {
        case .interpolatedString, .concatenatedString: return false
        default: return true
        }
    }
}
