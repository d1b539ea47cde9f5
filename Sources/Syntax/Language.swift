import SourceText

/// What a text is parsed as.
public enum ParseMode: Sendable {
    /// A file of the language.
    case source
    /// A rule's pattern: metavariables and ellipses stand wherever a name, expression, statement, argument, parameter,
    /// type, pair or class member may, and a fragment that is no statement by itself (a pair, a `catch` clause, a
    /// decorator, a parameter list's annotation) may stand alone. The root is a `file` with the fragment as its child.
    case pattern
}

/// A language: a lexer and a tree builder. Nothing above this protocol knows a language by name except rule files.
///
/// Both functions are total: any bytes give tokens and a tree, with error tokens and nodes where they are not of the
/// language. Nesting beyond `SyntaxLimits.depth` becomes an error node. Time is linear in the number of bytes.
public protocol Language: Sendable {
    /// The names by which rule files ask for the language (`typescript`, `ts`, ..); the first is the canonical one.
    var names: [String] { get }
    /// File-name extensions without the dot.
    var fileExtensions: [String] { get }
    /// The names of the files in which projects in the language list the packages they need.
    var manifestNames: [String] { get }
    func tokenize(_ bytes: [UInt8], fileExtension: String, mode: ParseMode) -> TokenTable
    func parse(_ bytes: [UInt8], tokens: TokenTable, fileExtension: String, mode: ParseMode) -> SyntaxTree
    /// The value of a `string`, `stringText` or `concatenatedString` node with escapes decoded, as UTF-8; nil where it has
    /// none (an interpolation in it, an invalid escape stays as written).
    func stringValue(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]?
    /// Where names are declared and seen.
    var scoping: ScopingRules { get }
    /// What operators make of known values.
    var evaluation: EvaluationRules { get }
    /// Whether an object in a pattern matches objects that have further pairs, as if it ended in an ellipsis.
    var objectPatternsArePartial: Bool { get }
    /// Whether a file is a list of statements for a database.
    var holdsDatabaseStatements: Bool { get }
    /// What a fragment of a pattern that does not parse by itself may be a part of.
    var patternFrames: [PatternFrame] { get }
}

/// Text around a fragment (a class member, a `case`, the head of an `if`) that makes it parse. It has no names.
public struct PatternFrame: Sendable {
    public var before: [UInt8]
    public var after: [UInt8]

    public init(before: String = "", after: String = "") {
        self.before = Array(before.utf8)
        self.after = Array(after.utf8)
    }
}

extension Language {
    public var scoping: ScopingRules { ScopingRules() }
    public var evaluation: EvaluationRules { EvaluationRules() }
    public var objectPatternsArePartial: Bool { false }
    public var holdsDatabaseStatements: Bool { false }
    public var patternFrames: [PatternFrame] { [] }

    /// Lexes and parses in one call.
    public func tree(of bytes: [UInt8], fileExtension: String, mode: ParseMode = .source) -> SyntaxTree {
        parse(
            bytes, tokens: tokenize(bytes, fileExtension: fileExtension, mode: mode), fileExtension: fileExtension,
            mode: mode)
    }
}

public enum SyntaxLimits {
    /// The deepest nesting that tree builders follow; what is deeper becomes an error node that spans it.
    public static let depth = 256
}
