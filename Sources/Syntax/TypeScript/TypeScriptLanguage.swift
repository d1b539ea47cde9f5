/// TypeScript and JavaScript, with JSX. One language: a `.js` file is a `.ts` file whose `<` never opens type arguments.
///
/// What the shared vocabulary leaves open: `debugger` is an `expressionStatement` over an identifier. `import x = require("m")`
/// has an importDefault and a source. `f<T>` without a call is a `genericType`. A superclass with type arguments is a `type`,
/// one without is its expression. A static block is a `block`. An index signature is a `field` whose first type is the key's
/// and whose `type:` is the value's; its main token is the bracket. Members of object types are `field` and `function`
/// nodes in a `typeOther`. A head that is only an ellipsis, `for (...)`, makes a `for` with the ellipsis as its first child.
/// An element that something needs and that is not there is an empty `error` node.
public struct TypeScriptLanguage: Language {
    public let names = ["typescript", "ts", "javascript", "js", "tsx", "jsx"]
    public let fileExtensions = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"]
    public var manifestNames: [String] { ["package.json"] }
    public let scoping = ScopingRules(
        assignmentMakesGlobal: true, redeclarationShadows: true, functionScopedKeyword: Array("var".utf8),
        objectKeyIsName: true, receiver: Array("this".utf8),
        callConstructs: false, moduleFunctions: [Array("require".utf8), Array("import".utf8)])
    public let evaluation = EvaluationRules(
        division: .exact, plusConvertsToString: true, emptyIsFalse: true, stringIndex: true, indexesAreNames: true,
        casesFallThrough: true,
        listMethods: ListMethods(append: ["push"], remove: ["pop"], removeFirst: ["shift"]))
    public let objectPatternsArePartial = true
    public let patternFrames = [
        PatternFrame(after: " {...}"), PatternFrame(before: "class $_ { ", after: " }"),
        PatternFrame(before: "switch ($_) { ", after: " }"), PatternFrame(before: "try {...} "),
    ]

    public init() {}

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
        return parser.finishTree().limitingDepth()
    }

    public func stringValue(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        TypeScriptStringValue.decode(node, in: tree)
    }
}
