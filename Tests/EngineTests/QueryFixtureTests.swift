import Testing

@testable import Engine
@testable import Facts

/// A data layer's model finds the queries that its fixture says, and no others. In a fixture a comment `query: ..` speaks of
/// the next line that is not such a comment: the statement and its table (`?` where it is not known), then, of these, what
/// holds: `where` or `all` (neither where it is not known), `limit` with its number, `one`, `aggregate`, `grouped`,
/// `sets a, b`, `in transaction`, `locked`.
@Test(arguments: ModelFixture.marked(with: "query"))
func modelFindsExactlyTheQueriesOfItsFixture(fixture: ModelFixture) throws {
    try fixture.check("query") { file in
        file.facts.queries.filter(\.isRun).map {
            "\(file.lines.line(at: $0.range.start)): \(describe($0, file.facts))"
        }
    }
}

private func describe(_ query: Query, _ facts: FileFacts) -> String {
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
