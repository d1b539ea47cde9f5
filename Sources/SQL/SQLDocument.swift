import SourceText

/// What the parser found in one text.
public struct SQLDocument: Sendable {
    public let text: SQLText
    /// All statements; one inside another comes after it.
    public internal(set) var statements: [SQLStatement] = []
    /// The statements that are in no other, in order.
    public internal(set) var topLevel: [Int] = []
    /// By hole, in the order of the text's holes.
    public internal(set) var holeRoles: [SQLHoleRole] = []
    /// By token, for holes, fields of formatting calls and placeholders.
    public internal(set) var tokenRoles: [Int: SQLHoleRole] = [:]
    /// The dialect that was given or guessed.
    public internal(set) var dialect: SQLDialect

    /// Parses a text. Never fails: what is not understood is a statement of the kind `other`.
    public init(_ text: SQLText, dialect: SQLDialect = .unknown) {
        self.text = text
        self.dialect = dialect == .unknown ? SQLDialect.guess(text) : dialect
        var parser = SQLParser(text: text)
        parser.run()
        statements = parser.statements
        topLevel = parser.topLevel
        tokenRoles = parser.roles
        holeRoles = zip(text.tokens.holeTokens, text.holes).map { token, hole in
            guard token >= 0 else { return .comment }
            let role = parser.roles[Int(token)] ?? .unknown
            return role == .value && hole.content == .identifier ? .column : role
        }
    }

    /// The holes and placeholders as the statements use them, by ascending byte offset.
    public var dynamicTokens: [(token: Int, role: SQLHoleRole)] {
        tokenRoles.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
