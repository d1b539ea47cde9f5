/// Files of SQL statements. Their tree is one flat node: the statements are read from the text by whoever knows databases;
/// tokens are as fine as comments and rules over text need them.
public struct SQLFileLanguage: Language {
    public init() {}

    public let names = ["sql"]
    public var fileExtensions: [String] { ["sql"] }
    /// What a project is written in, its manifests say in all languages.
    public var manifestNames: [String] {
        ["package.json", "Package.swift"] + PythonLanguage().manifestNames
    }
    public var holdsDatabaseStatements: Bool { true }

    public func tokenize(_ bytes: [UInt8], fileExtension: String, mode: ParseMode) -> TokenTable {
        var table = TokenTable(reserving: bytes.count / 4 + 1)
        var index = 0
        while index < bytes.count {
            let start = index
            switch bytes[index] {
            case 0...0x20:
                index += 1
            case UInt8(ascii: "-") where Self.follows(bytes, index, UInt8(ascii: "-")):
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
                table.comments.append(
                    Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index)))
            case UInt8(ascii: "/") where Self.follows(bytes, index, UInt8(ascii: "*")):
                index += 2
                while index < bytes.count,
                    bytes[index] != UInt8(ascii: "*") || !Self.follows(bytes, index, UInt8(ascii: "/"))
                {
                    index += 1
                }
                index = min(index + 2, bytes.count)
                table.comments.append(
                    Comment(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index)))
            case let quote
            where quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`"):
                index += 1
                while index < bytes.count, bytes[index] != quote { index += 1 }
                index = min(index + 1, bytes.count)
                table.append(.string, start: start, end: index)
            case let byte where Self.isWord(byte):
                while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
                table.append(.identifier, start: start, end: index)
            default:
                index += 1
                table.append(.operator, start: start, end: index)
            }
        }
        table.append(.endOfFile, start: bytes.count, end: bytes.count)
        return table
    }

    private static func follows(_ bytes: [UInt8], _ index: Int, _ byte: UInt8) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == byte
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isWordCharacter || byte >= 0x80
    }

    public func parse(_ bytes: [UInt8], tokens: TokenTable, fileExtension: String, mode: ParseMode) -> SyntaxTree {
        var builder = TreeBuilder(reserving: 1)
        builder.finish(.file, since: builder.mark(at: 0), endToken: TokenIndex(tokens.count - 1))
        return builder.build(bytes: bytes, tokens: tokens)
    }

    /// There are no nodes of strings.
    public func stringValue(of node: NodeIndex, in tree: SyntaxTree) -> [UInt8]? { nil }
}
