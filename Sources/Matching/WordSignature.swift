import SourceText
import Syntax

/// The words of a piece of code as 64 bits, one for each word by its hash: whether the code may hold all words of a pattern
/// is one comparison.
struct WordSignature: Hashable, Sendable {
    private var bits: UInt64 = 0

    init() {}

    /// The words of a text: runs of the bytes of names.
    init(wordsOf text: ArraySlice<UInt8>) {
        var hash: UInt32 = 0
        var isInside = false
        for byte in text {
            if WordSet.isWordByte(byte) {
                hash = WordSet.hash(byte, after: isInside ? hash : WordSet.emptyHash)
                isInside = true
            } else if isInside {
                isInside = false
                insert(hash: hash | 1)
            }
        }
        if isInside { insert(hash: hash | 1) }
    }

    /// Adds a word by its hash; see `WordSet`.
    mutating func insert(hash: UInt32) {
        // The product's high bits depend on all of the hash.
        bits |= 1 << UInt64((hash &* 0x9E37_79B1) >> 26)
    }

    mutating func formUnion(_ other: WordSignature) { bits |= other.bits }

    var isEmpty: Bool { bits == 0 }

    /// Whether code with these words may hold all of others; a false `true` is possible, a false `false` is not.
    func mayContain(_ others: WordSignature) -> Bool { others.bits & ~bits == 0 }
}

extension WordSignature {
    /// The words of each node of a file: those written in it, and those of what its names mean.
    static func ofNodes(in tree: SyntaxTree, _ semantics: Semantics, language: any Language) -> [WordSignature] {
        let tokens = (0..<tree.tokens.count).map { ofToken($0, in: tree) }
        let names = semantics.names.map { WordSignature(wordsOf: $0[...]) }
        let constants = semantics.constants.map(ofConstant)
        var wildcards = WordSignature()
        for module in semantics.wildcardModules { wildcards.formUnion(WordSignature(wordsOf: module[...])) }
        var signatures = [WordSignature](repeating: WordSignature(), count: tree.count)
        // Children come after their parent: backwards, what a node is made of is known already.
        for index in signatures.indices.reversed() {
            let node = NodeIndex(index)
            var words = WordSignature()
            var token = Int(tree.firstTokens[index])
            var child = node + 1
            while child < tree.subtreeEnd(node) {
                while token < Int(tree.firstTokens[Int(child)]) {
                    words.formUnion(tokens[token])
                    token += 1
                }
                words.formUnion(signatures[Int(child)])
                token = max(token, Int(tree.endTokens[Int(child)]))
                child = tree.subtreeEnd(child)
            }
            while token < Int(tree.endTokens[index]) {
                words.formUnion(tokens[token])
                token += 1
            }
            let (name, constant) = (Int(semantics.qualified[index]), Int(semantics.folded[index]))
            if name >= 0 {
                words.formUnion(names[name])
            } else if tree.kind(node) == .identifier {
                words.formUnion(wildcards)
            }
            if constant >= 0 {
                words.formUnion(constants[constant])
            } else if tree.kind(node) == .concatenatedString, let value = language.stringValue(of: node, in: tree) {
                // Words may be put together where one literal ends and the next begins.
                words.formUnion(WordSignature(wordsOf: value[...]))
            }
            signatures[index] = words
        }
        return signatures
    }

    private static func ofConstant(_ constant: Constant) -> WordSignature {
        if case .string(let text) = constant { WordSignature(wordsOf: text[...]) } else { WordSignature() }
    }

    private static func ofToken(_ token: Int, in tree: SyntaxTree) -> WordSignature {
        switch tree.tokens.kinds[token] {
        case .identifier, .keyword, .hash, .regex, .jsxText, .error:
            return WordSignature(wordsOf: tree.text(ofToken: TokenIndex(token)))
        case .string, .stringText:
            let text = tree.text(ofToken: TokenIndex(token))
            var words = WordSignature(wordsOf: text)
            if tree.tokens.flags[token].contains(.escaped) { words.formUnion(ofEscaped(text)) }
            return words
        default:
            return WordSignature()
        }
    }

    /// The words between the escape sequences of a text; `nvalue` in `\nvalue` is `value`.
    private static func ofEscaped(_ text: ArraySlice<UInt8>) -> WordSignature {
        var words = WordSignature()
        for piece in text.split(separator: UInt8(ascii: "\\")) {
            words.formUnion(WordSignature(wordsOf: piece.dropFirst()))
        }
        return words
    }
}
