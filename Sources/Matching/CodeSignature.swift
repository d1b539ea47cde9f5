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
    static func ofNodes(
        in tree: SyntaxTree, _ semantics: Semantics, language: any Language, identifiers: IdentifierTable
    ) -> [CodeSignature] {
        let spelled = (0..<Int32(identifiers.count)).map { WordSignature(wordsOf: identifiers.name($0)) }
        let tokens = (0..<tree.tokens.count).map { token in
            let name = identifiers.ids[token]
            return name >= 0 ? spelled[Int(name)] : ofToken(token, in: tree)
        }
        let names = semantics.names.map { WordSignature(wordsOf: $0[...]) }
        let constants = semantics.constants.map(ofConstant)
        let constantShapes = semantics.constants.map(ShapeSignature.init(ofConstant:))
        var wildcards = WordSignature()
        for module in semantics.wildcardModules { wildcards.formUnion(WordSignature(wordsOf: module[...])) }
        var signatures = [CodeSignature](repeating: CodeSignature(), count: tree.count)
        // Children come after their parent: backwards, what a node is made of is known already.
        for index in signatures.indices.reversed() {
            let node = NodeIndex(index)
            var words = WordSignature()
            var shapes = ShapeSignature(ofCode: node, in: tree)
            var token = Int(tree.firstTokens[index])
            var child = node + 1
            while child < tree.subtreeEnd(node) {
                while token < Int(tree.firstTokens[Int(child)]) {
                    words.formUnion(tokens[token])
                    token += 1
                }
                words.formUnion(signatures[Int(child)].words)
                shapes.formUnion(signatures[Int(child)].shapes)
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
                shapes.formUnion(constantShapes[constant])
            } else if tree.kind(node) == .concatenatedString, let value = language.stringValue(of: node, in: tree) {
                // Words may be put together where one literal ends and the next begins.
                words.formUnion(WordSignature(wordsOf: value[...]))
            }
            signatures[index] = CodeSignature(words: words, shapes: shapes)
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
