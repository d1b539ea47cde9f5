/// Python 3.8 to 3.14, with Python 2's statements tolerated.
///
/// What the shared vocabulary leaves open: a simple statement's node ends before its semicolon. Assignments are expressions
/// in an `expressionStatement`. Annotations, wherever they stand, are `type` nodes around any expression. A block on the
/// line of its colon is a `block` too. An f-string or t-string without interpolations is a `string`. `print x` and
/// `exec x` are calls whose argument list has no parentheses. In a pattern a statement `...` or `$...X` is that node itself,
/// without an `expressionStatement` around it; in source a plain `...` is one in an `expressionStatement`.
public struct PythonLanguage: Language {
    public let names = ["python", "python3", "python2", "py"]
    public let fileExtensions = ["py", "pyi"]
    public var manifestNames: [String] {
        ["pyproject.toml", "requirements.txt", "requirements.in", "Pipfile", "setup.cfg"]
            + ["base", "common", "main", "requirements", "prod", "production"].flatMap {
                ["requirements/\($0).txt", "requirements/\($0).in"]
            }
    }
    public let scoping = ScopingRules(
        assignmentDeclares: true, importsInOrder: true, members: .seenInBody, defaultsSeeParameters: false,
        patternNameBinds: true)
    public let evaluation = EvaluationRules(
        division: .float, percentFormats: true, stringsRepeat: true, emptyIsFalse: true, negativeIndexFromEnd: true,
        stringIndex: true,
        separatorJoins: true, listMethods: ListMethods(append: ["append"], remove: ["pop"]))
    public let patternFrames = [
        PatternFrame(after: ":\n  ..."), PatternFrame(after: "\n  ..."), PatternFrame(before: "try:\n  ...\n"),
    ]

    public init() {}

    public func tokenize(_ bytes: [UInt8], fileExtension: String, mode: ParseMode) -> TokenTable {
        PythonLexer.tokenize(bytes, isPattern: mode == .pattern)
    }

    public func parse(_ bytes: [UInt8], tokens: TokenTable, fileExtension: String, mode: ParseMode) -> SyntaxTree {
        var parser = PythonParser(bytes: bytes, tokens: tokens, isPattern: mode == .pattern)
        parser.parseFile()
        return parser.builder.build(bytes: bytes, tokens: tokens).limitingDepth()
    }

    public func stringValue(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        PythonStringValue(tree: tree).value(of: node)
    }
}
