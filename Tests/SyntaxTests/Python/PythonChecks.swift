import Syntax
import Testing

/// How the tests ask about Python: text in, text out.
enum PythonChecks {
    static let language = PythonLanguage()

    /// The tree of `source`, without errors, is `outline`.
    static func check(_ source: String, _ outline: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(tree(source).outline() == outline, sourceLocation: sourceLocation)
    }

    /// The tree of the rule pattern `source` is `outline`.
    static func checkPattern(_ source: String, _ outline: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(tree(source, mode: .pattern).outline() == outline, sourceLocation: sourceLocation)
    }

    /// The tokens of `source` are, one a line, `expected`: kind and text, with `unterminated` after it where it is.
    static func checkTokens(
        _ source: String, _ expected: String, mode: ParseMode = .source,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let bytes = Array(source.utf8)
        let tokens = language.tokenize(bytes, fileExtension: "py", mode: mode)
        let lines = (0..<tokens.count).map { index in
            let text = String(decoding: bytes[Int(tokens.starts[index])..<Int(tokens.ends[index])], as: UTF8.self)
            let isShown = !text.isEmpty && tokens.kinds[index] != .newline && tokens.kinds[index] != .indent
            let mark = tokens.flags[index].contains(.unterminated) ? " unterminated" : ""
            return "\(tokens.kinds[index])" + (isShown ? " \(text)" : "") + mark
        }
        #expect(lines.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
    }

    /// The value of the first string in `source` is `expected`.
    static func checkValue(_ source: String, _ expected: String?, sourceLocation: SourceLocation = #_sourceLocation) {
        let tree = tree(source)
        let kinds: [NodeKind] = [.concatenatedString, .interpolatedString, .string]
        let node = (0..<NodeIndex(tree.count)).first { kinds.contains(tree.kind($0)) }
        let value = node.flatMap { language.stringValue(of: $0, in: tree) }
        #expect(value.map { String(decoding: $0, as: UTF8.self) } == expected, sourceLocation: sourceLocation)
    }

    /// The functions named `names`, with their decorators and bodies, have the same trees in `source`, which is damaged, as
    /// alone in `intact`.
    static func checkKept(
        _ names: [String], of intact: String, in source: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let expected = functions(in: tree(intact))
        let found = functions(in: tree(source))
        for name in names {
            #expect(expected[name] != nil && found[name] == expected[name], "\(name)", sourceLocation: sourceLocation)
        }
    }

    static func tree(_ source: String, mode: ParseMode = .source) -> SyntaxTree {
        language.tree(of: Array(source.utf8), fileExtension: "py", mode: mode)
    }

    /// What is in each function, by its name.
    private static func functions(in tree: SyntaxTree) -> [String: [String]] {
        var functions: [String: [String]] = [:]
        for node in 0..<NodeIndex(tree.count) where tree.kind(node) == .function {
            guard let name = tree.child(node, .name) else { continue }
            let nodes = node..<tree.subtreeEnd(node)
            functions[String(decoding: tree.text(name), as: UTF8.self)] = nodes.map {
                "\(tree.kind($0)) \(String(decoding: tree.text($0), as: UTF8.self))"
            }
        }
        return functions
    }
}
