import SourceText

/// Whose SQL a text is written in.
public enum SQLDialect: UInt8, Sendable, CaseIterable {
    case unknown
    case postgreSQL
    case mySQL
    case sqlite
}

extension SQLDialect {
    /// Guesses from what only one dialect has. The first telling token decides.
    static func guess(_ text: SQLText) -> SQLDialect {
        let tokens = text.tokens
        for token in 0..<tokens.count {
            switch tokens.kinds[token] {
            case .cast: return .postgreSQL
            case .placeholder:
                let range = tokens.range(token)
                let isNumbered = range.count > 1 && text.bytes[range.start] == UInt8(ascii: "$")
                if isNumbered, text.bytes[range.start + 1] &- 0x30 < 10 { return .postgreSQL }
            case .quotedName where text.bytes[Int(tokens.starts[token])] == UInt8(ascii: "`"): return .mySQL
            case .string where text.bytes[Int(tokens.starts[token])] == UInt8(ascii: "$"): return .postgreSQL
            case .word:
                switch tokens.keywords[token] {
                case .pragma, .autoincrement, .glob: return .sqlite
                case .auto_increment, .straight_join, .low_priority, .engine, .unsigned, .zerofill: return .mySQL
                case .ilike, .concurrently, .jsonb_agg, .unlogged, .jsonb_object_agg: return .postgreSQL
                case .none where isPostgreSQLType(text.bytes, tokens.range(token)): return .postgreSQL
                case .none where SQLName(text, token: token).folded.elementsEqual("rowid".utf8): return .sqlite
                default: break
                }
            default: break
            }
        }
        return .unknown
    }

    /// The dialect that a folder or a file's name speaks of: `migrations/sqlite/0001_start.sql`.
    public static func named(in path: String) -> SQLDialect? {
        let words = path.lowercased().split { !$0.isLetter }
        if words.contains(where: { $0.hasPrefix("sqlite") }) { return .sqlite }
        if words.contains("mysql") || words.contains("mariadb") { return .mySQL }
        if words.contains("postgres") || words.contains("postgresql") { return .postgreSQL }
        return nil
    }

    private static func isPostgreSQLType(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
        var word = SQLPackedWord()
        for byte in bytes[range.start..<min(range.end, range.start + 12)] { word.append(byte) }
        return range.count <= 12 && postgreSQLTypes.contains { $0.first == word.first && $0.second == word.second }
    }

    /// Types and their like that no other dialect knows.
    private static let postgreSQLTypes: [SQLPackedWord] = [
        "serial", "bigserial", "smallserial", "timestamptz", "jsonb", "bytea", "citext", "tsvector", "plpgsql",
    ].map { (name: StaticString) in
        var word = SQLPackedWord()
        for byte in UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount) { word.append(byte) }
        return word
    }
}
