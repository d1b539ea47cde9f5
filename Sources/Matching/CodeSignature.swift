import Syntax

/// What a piece of code is made of, or what code that matches a pattern has to be made of.
struct CodeSignature: Hashable, Sendable {
    var words = WordSignature()
    var shapes = ShapeSignature()

    mutating func formUnion(_ other: CodeSignature) {
        words.formUnion(other.words)
        shapes.formUnion(other.shapes)
    }

    /// Whether code made of this may hold all of others; a false `true` is possible, a false `false` is not.
    func mayContain(_ others: CodeSignature) -> Bool {
        words.mayContain(others.words) && shapes.mayContain(others.shapes)
    }
}

extension CodeSignature {
    /// The words and shapes of each node of a file: those written in it, and those of what its names mean.
    /// - Parameters:
    ///   - tokens: by token, its words.
    ///   - semantics: nil for what is written alone.
    static func ofNodes(
        in tree: SyntaxTree, language: any Language, tokens: [WordSignature], _ semantics: Semantics?
    ) -> [CodeSignature] {
        let names = semantics.map(NameSignatures.init)
        let shapes = ShapeSignature.ofCode
        let parents = tree.parents
        var signatures = ofOwnTokens(in: tree, tokens)
        // Children come after their parent: backwards, what a node is made of is known already.
        for index in signatures.indices.reversed() {
            let node = NodeIndex(index)
            var code = signatures[index]
            code.shapes.formUnion(ShapeSignature.ofNode(node, in: tree, shapes))
            if let names { code.formUnion(names.meant(by: node, in: tree)) }
            if tree.kind(node) == .concatenatedString, let value = language.stringValue(of: node, in: tree) {
                // Words may be put together where one literal ends and the next begins.
                code.words.formUnion(WordSignature(wordsOf: value[...]))
            }
            signatures[index] = code
            let parent = Int(parents[index])
            if parent >= 0 { signatures[parent].formUnion(code) }
        }
        return signatures
    }

    /// By node: the words of the tokens that stand in it and in none of its children.
    private static func ofOwnTokens(in tree: SyntaxTree, _ tokens: [WordSignature]) -> [CodeSignature] {
        // Held outside the loop: reached through the tree, a reference to each would be counted at every node.
        let (firstTokens, endTokens, parents) = (tree.firstTokens, tree.endTokens, tree.parents)
        var signatures = [CodeSignature](repeating: CodeSignature(), count: tree.count)
        var next = 0
        for token in tokens.indices where !tokens[token].isEmpty {
            // The last node that begins with the token or before it lies in the innermost one that has the token, or is it.
            while next < signatures.count, Int(firstTokens[next]) <= token { next += 1 }
            var holder = next - 1
            while holder >= 0, Int(endTokens[holder]) <= token { holder = Int(parents[holder]) }
            if holder >= 0 { signatures[holder].words.formUnion(tokens[token]) }
        }
        return signatures
    }

    /// By token: its words.
    /// - Parameter identifiers: the names of the file, where somebody has them already.
    static func ofTokens(in tree: SyntaxTree, _ identifiers: IdentifierTable?) -> [WordSignature] {
        guard let identifiers else { return (0..<tree.tokens.count).map { ofToken($0, in: tree) } }
        let spelled = (0..<Int32(identifiers.count)).map { WordSignature(wordsOf: identifiers.name($0)) }
        return (0..<tree.tokens.count).map { token in
            let name = identifiers.ids[token]
            return name >= 0 ? spelled[Int(name)] : ofToken(token, in: tree)
        }
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

/// The words and shapes of what the names of a file mean.
private final class NameSignatures {
    private let semantics: Semantics
    private let names: [WordSignature]
    private let constants: [CodeSignature]
    private let wildcards: WordSignature

    init(of semantics: Semantics) {
        self.semantics = semantics
        names = semantics.names.map { WordSignature(wordsOf: $0[...]) }
        constants = semantics.constants.map { constant in
            var words = WordSignature()
            if case .string(let text) = constant { words = WordSignature(wordsOf: text[...]) }
            return CodeSignature(words: words, shapes: ShapeSignature(ofConstant: constant))
        }
        var wildcards = WordSignature()
        for module in semantics.wildcardModules { wildcards.formUnion(WordSignature(wordsOf: module[...])) }
        self.wildcards = wildcards
    }

    func meant(by node: NodeIndex, in tree: SyntaxTree) -> CodeSignature {
        var code = CodeSignature()
        let (name, constant) = (Int(semantics.qualified[Int(node)]), Int(semantics.folded[Int(node)]))
        if name >= 0 {
            code.words = names[name]
        } else if tree.kind(node) == .identifier {
            code.words = wildcards
        }
        if constant >= 0 { code.formUnion(constants[constant]) }
        return code
    }
}
