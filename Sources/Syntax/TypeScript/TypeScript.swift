/// TypeScript and JavaScript, with JSX. One language: a `.js` file is a `.ts` file whose `<` never opens type arguments.
public struct TypeScript: Language {
    public init() {}

    public var names: [String] { ["typescript", "ts", "javascript", "js", "tsx", "jsx"] }
    public var fileExtensions: [String] { ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"] }

    public var objectPatternsArePartial: Bool { true }

    public func tokenize(_ bytes: [UInt8], fileExtension: String, mode: ParseMode) -> TokenTable {
        var lexer = TypeScriptLexer(bytes, dialect: TypeScriptDialect(fileExtension: fileExtension, mode: mode))
        return lexer.run()
    }

    public func parse(
        _ bytes: [UInt8], tokens: TokenTable, fileExtension: String, mode: ParseMode
    ) -> SyntaxTree {
        var parser = TypeScriptParser(
            bytes, tokens: tokens, dialect: TypeScriptDialect(fileExtension: fileExtension, mode: mode))
        parser.file()
        return parser.finishTree()
    }

    public func stringValue(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        TypeScriptStringValue.decode(node, in: tree)
    }
}

/// What differs between the kinds of files.
struct TypeScriptDialect: Sendable {
    /// `<` may open type arguments.
    let hasTypes: Bool
    /// `<` where an expression starts opens a JSX element.
    let hasJSX: Bool
    /// `<!--` and `-->` are comments.
    let hasHTMLComments: Bool
    /// Metavariables and ellipses.
    let isPattern: Bool

    init(fileExtension: String, mode: ParseMode) {
        isPattern = mode == .pattern
        switch fileExtension {
        case "ts", "mts", "cts":
            hasTypes = true
            hasJSX = isPattern
            hasHTMLComments = false
        case "js", "jsx", "mjs", "cjs":
            hasTypes = isPattern
            hasJSX = true
            hasHTMLComments = !isPattern
        default:
            hasTypes = true
            hasJSX = true
            hasHTMLComments = false
        }
    }
}
