/// Swift 5 to 6.3.
public struct SwiftLanguage: Language {
    public init() {}

    public let names = ["swift"]
    public var fileExtensions: [String] { ["swift"] }
    public var manifestNames: [String] { ["Package.swift"] }

    public let scoping = ScopingRules(
        seenFromDeclaration: true, members: .seenInFunctions, defaultsSeeParameters: false,
        loopTargetDeclares: true,
        receiver: [UInt8]("self".utf8), filesShareNames: true, parametersHaveNumbers: true)

    public var patternFrames: [PatternFrame] {
        [
            PatternFrame(after: " {...}"), PatternFrame(before: "class $_ { ", after: " }"),
            PatternFrame(before: "switch $_ { ", after: " }"), PatternFrame(before: "do {...} "),
        ]
    }

    public let evaluation = EvaluationRules(
        onlyExpressionIsResult: true,
        listMethods: ListMethods(
            append: ["append"], remove: ["remove", "removeLast"], removeFirst: ["removeFirst"]))

    public func tokenize(_ bytes: [UInt8], fileExtension: String, mode: ParseMode) -> TokenTable {
        var lexer = SwiftLexer(bytes, mode: mode)
        return lexer.run()
    }

    public func parse(_ bytes: [UInt8], tokens: TokenTable, fileExtension: String, mode: ParseMode) -> SyntaxTree {
        var builder = SwiftTreeBuilder(bytes: bytes, tokens: tokens, mode: mode)
        return builder.run().limitingDepth()
    }

    public func stringValue(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? {
        SwiftStringValue.value(of: node, in: tree)
    }
}
