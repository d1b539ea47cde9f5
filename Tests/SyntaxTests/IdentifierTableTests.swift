import Syntax
import Testing

@Suite struct IdentifierTableTests {
    @Test func equalNamesHaveOneNumber() throws {
        let table = try table(of: "a = b\nfor a in x: print(a, b)", as: "py")
        #expect(names(in: table) == ["a", "b", "for", "in", "x", "print"])
        #expect(table.ids.filter { $0 == table.id(of: Array("a".utf8)) }.count == 3)
        #expect(table.id(of: Array("prin".utf8)) == nil)
    }

    @Test func quotingIsNoPartOfAName() throws {
        let table = try table(of: "let `class` = `x` + x", as: "swift")
        #expect(names(in: table) == ["let", "class", "x"])
    }

    @Test func manyNamesAreAllFound() throws {
        let all = (0..<3000).map { "name\($0)" }
        let table = try table(of: all.joined(separator: "\n"), as: "ts")
        #expect(table.count == all.count)
        for (number, name) in all.enumerated() { #expect(table.id(of: Array(name.utf8)) == Int32(number)) }
    }

    private func table(of source: String, as fileExtension: String) throws -> IdentifierTable {
        let language = try #require(Languages.forExtension(fileExtension))
        return IdentifierTable(of: language.tree(of: Array(source.utf8), fileExtension: fileExtension))
    }

    private func names(in table: IdentifierTable) -> [String] {
        (0..<Int32(table.count)).map { String(decoding: table.name($0), as: UTF8.self) }
    }
}
