import Syntax

/// The words that a file must contain for a pattern to match anywhere in it.
enum RequiredWords {
    /// Names and literal words of a pattern, except where an equivalence lets a match do without them.
    static func of(tree: SyntaxTree, strings: [StringPattern?]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var index: NodeIndex = 0
        while index < tree.count {
            switch tree.kind(index) {
            case .identifier:
                let text = tree.text(index)
                // A type or module may be spelled through an alias, but the alias's import spells it.
                if !text.isEmpty, tree.role(index) != .alias { words.append(contentsOf: WordSet.words(in: text)) }
            case .string:
                if let word = literalWord(index, tree, strings) { words.append(word) }
            case .typedMetavariable:
                // A literal has its type without saying so.
                index = tree.subtreeEnd(index)
                continue
            default:
                break
            }
            index += 1
        }
        var seen = Set<[UInt8]>()
        return words.filter { seen.insert($0).inserted }
    }

    /// A word of a literal. Concatenation can split a literal, and a name can carry it, but a word of it stands somewhere; next
    /// to an escape sequence (`\nvalue`) it is written as a part of another.
    private static func literalWord(_ node: NodeIndex, _ tree: SyntaxTree, _ strings: [StringPattern?]) -> [UInt8]? {
        // Nobody spells the name of a module in pieces; of other texts, short ones may be.
        let shortest = tree.role(node) == .source ? 1 : 3
        return literalWords(node, tree, strings).first { $0.count >= shortest }
    }

    private static func literalWords(
        _ node: NodeIndex, _ tree: SyntaxTree, _ strings: [StringPattern?]
    ) -> [[UInt8]] {
        guard case .exactly(let value) = strings[Int(node)], !tree.text(node).contains(UInt8(ascii: "\\")) else {
            return []
        }
        return WordSet.words(in: value[...])
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
                for word in literalWords(node, tree, strings) { needs.words.insert(hash: WordSet.hash(word)) }
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
