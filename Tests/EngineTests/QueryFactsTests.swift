import Rules
import Syntax
import Testing

@testable import Engine
@testable import Facts

/// What the facts say of queries, with the models that the program brings along.
@Suite struct QueryFactsTests {
    @Test func placeholdersStandForTheValuesBesideTheSQL() throws {
        try checkOrigins(
            """
            import sqlite3
            def f(conn, key):
                row = conn.execute("SELECT n, m FROM t WHERE id = ?", (key,)).fetchone()
                conn.execute("UPDATE t SET n = ?, m = ? WHERE id = ?", (row[0] + 1, row[1], key))
                conn.execute("UPDATE t SET m = :m WHERE id = :id", {"m": row["m"] * 2, "id": key})
            """, as: "py", ["4: n <- changed n", "4: m <- m", "5: m <- changed m"])
    }

    @Test func rowsAreFollowedThroughDestructuringAndFirstRows() throws {
        try checkOrigins(
            """
            import { Pool } from 'pg'
            const pool = new Pool()
            async function f(id) {
              const [first] = (await pool.query('SELECT n FROM t WHERE id = $1', [id])).rows
              const { rows } = await pool.query('SELECT m FROM t WHERE id = $1', [id])
              const next = Number(first.n) + 1
              await pool.query('UPDATE t SET n = $1 WHERE id = $2', [next, id])
              await pool.query('UPDATE t SET m = $1 WHERE id = $2', [Math.max(0, rows[0].m - 1), id])
              await pool.query('UPDATE t SET m = $1 WHERE id = $2', [id, rows[0].m])
            }
            """, as: "ts", ["7: n <- changed n", "8: m <- changed m"])
    }

    @Test func loopsGiveTheRowsOfTheirQueries() throws {
        try checkOrigins(
            """
            import Fluent
            func f(_ req: Request) async throws {
                let accounts = try await Account.query(on: req.db).all()
                for account in accounts {
                    try await Account.query(on: req.db).set(\\.$n, to: account.n * 2).filter(\\.$id == account.id!).update()
                }
            }
            """, as: "swift", ["5: n <- changed n"])
    }

    @Test func textsThatAreMadeOfThemselvesEnd() throws {
        let steps = (0..<60).map { "    sql = f\"{sql} AND c\($0) = '{value}' OR ({sql})\"" }
        let source =
            "import sqlite3\ndef f(conn, value):\n    sql = 'SELECT 1 FROM t WHERE 1 = 1'\n"
            + steps.joined(separator: "\n") + "\n    conn.execute(sql)\n"
        _ = try facts(of: source, as: "py").queries
    }

    @Test func callsThatSeveralModelsSpeakOfAreOneQuery() throws {
        let source =
            "import peewee\nfrom tortoise.models import Model\nasync def f(id):\n    return await User.get(id=id)\n"
        #expect(try facts(of: source, as: "py").queries.count == 1)
    }

    /// For each column that is written with a value of the program, the columns that were read for it.
    private func checkOrigins(
        _ source: String, as fileExtension: String, _ expected: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = try analyzed(source, as: fileExtension)
        let origins = RowOrigins(facts: file.facts)
        var found: [String] = []
        for query in file.facts.queries where query.isRun {
            for assignment in query.assignments where assignment.value >= 0 {
                for origin in origins.origins(of: assignment.value) {
                    let line = file.lines.line(at: query.range.start)
                    found.append(
                        "\(line): \(assignment.column) <- \(origin.isChanged ? "changed " : "")\(origin.column)")
                }
            }
        }
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    private func facts(of source: String, as fileExtension: String) throws -> FileFacts {
        try analyzed(source, as: fileExtension).facts
    }

    private func analyzed(_ source: String, as fileExtension: String) throws -> AnalyzedFile {
        let language = try #require(Languages.forExtension(fileExtension))
        let compiler = ModelCompiler(try ModelFixture.models().models)
        return AnalyzedFile(
            path: "source." + fileExtension, bytes: Array(source.utf8), language: language,
            models: compiler.models(for: language))
    }
}
