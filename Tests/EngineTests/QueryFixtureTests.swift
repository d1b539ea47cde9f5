import Rules
import SourceText
import Syntax
import Testing

@testable import Engine
@testable import Facts

/// A data layer's model finds the queries that its fixture says, and no others. In a fixture a comment `query: ..` speaks of
/// the next line that is not such a comment: the statement and its table (`?` where it is not known), then, of these, what
/// holds: `where` or `all` (neither where it is not known), `limit` with its number, `one`, `aggregate`, `grouped`,
/// `sets a, b`, `in transaction`, `locked`.
@Test(arguments: ModelFixture.marked(with: "query"))
func modelFindsExactlyTheQueriesOfItsFixture(fixture: ModelFixture) throws {
    let compiler = ModelCompiler(try ModelFixture.models().models)
    for file in try fixture.files() {
        let expected = FixtureAnnotation.all(of: "query", in: file.bytes).map { "\($0.line): \($0.text)" }
        let found = try QueryDescription.all(in: file.bytes, path: file.path, compiler: compiler)
        #expect(compiler.errors.isEmpty)
        #expect(found == expected, "\(file.path)")
    }
}

/// Queries in words, by the lines they start on.
enum QueryDescription {
    static func all(in bytes: [UInt8], path: String, compiler: ModelCompiler) throws -> [String] {
        let language = try #require(Languages.forExtension(AnalyzedFile.fileExtension(of: path)))
        let file = AnalyzedFile(path: path, bytes: bytes, language: language, models: compiler.models(for: language))
        let facts = file.facts
        return facts.queries.filter(\.isRun).map { query in
            "\(file.lines.line(at: query.range.start)): \(describe(query, facts))"
        }
    }

    private static func describe(_ query: Query, _ facts: FileFacts) -> String {
        var words = ["\(query.statement.rawValue) \(query.tables.first ?? "?")"]
        if let hasWhere = query.hasWhere { words.append(hasWhere ? "where" : "all") }
        if query.hasLimit == true { words.append(query.limit.map { "limit \($0)" } ?? "limit") }
        if query.isUnique { words.append("one") }
        if query.isAggregate { words.append("aggregate") }
        if query.isGrouped { words.append("grouped") }
        let columns = query.assignments.map(\.column).filter { !$0.isEmpty }
        if !columns.isEmpty { words.append("sets " + columns.joined(separator: ", ")) }
        if facts.transactions.isInside(query) { words.append("in transaction") }
        if facts.transactions.isLocked(query) { words.append("locked") }
        return words.joined(separator: " ")
    }
}
