import TestSupport
import Testing

@testable import SQL

/// A generator that gives the same numbers on every run.
private struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: state >> 33) % max(bound, 1)
    }
}

private let statements = [
    "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a WHERE x < $1) SELECT a.*, count(*) FILTER (WHERE b IS NULL) OVER w FROM a LEFT JOIN LATERAL (SELECT * FROM f(1) WITH ORDINALITY) AS g(h, i) ON TRUE WINDOW w AS (PARTITION BY c) ORDER BY d DESC NULLS LAST LIMIT 10 OFFSET :o FOR UPDATE",
    "INSERT INTO `t` (a, b) VALUES (?, 'it''s'), (%s, E'\\'x') ON CONFLICT (a) WHERE b > 1 DO UPDATE SET a = excluded.a + t.a RETURNING *",
    "UPDATE t AS x SET a = (SELECT max(b) FROM u), (c, d) = (1, 2) FROM v WHERE x.id IN (%(ids)s) AND NOT EXISTS (SELECT 1)",
    "CREATE TABLE IF NOT EXISTS s.t (id INT PRIMARY KEY, b VARCHAR(3) DEFAULT ('x') NOT NULL REFERENCES u (id), CONSTRAINT k UNIQUE (b, id), KEY z (b(3))); ALTER TABLE t ADD COLUMN c INT, RENAME d TO e; DROP TABLE a, b CASCADE",
    "CREATE TRIGGER x BEFORE INSERT ON t BEGIN UPDATE u SET a = CASE WHEN 1 THEN 2 END; END; DELETE FROM a USING b WHERE a.c = b.c; $$ x $$ /* y */ -- z\nMERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE",
    "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT [a b], \"c\" FROM {t}; END//\nDELIMITER ;\nCOPY t FROM stdin;\n1\t2\n\\.\nBEGIN IMMEDIATE",
]

@Suite struct SQLRobustnessTests {
    @Test func randomBytes() {
        var generator = Generator(state: 1)
        for _ in 0..<800 {
            let bytes = (0..<generator.next(120)).map { _ in UInt8(generator.next(256)) }
            #expect(fuzz(bytes))
        }
    }

    @Test func truncatedAndDamagedStatements() {
        var generator = Generator(state: 2)
        for statement in statements {
            let bytes = [UInt8](statement.utf8)
            for end in stride(from: 0, through: bytes.count, by: 3) {
                let control = UInt8(generator.next(128))
                #expect(fuzz([control] + bytes[..<end]))
            }
            for _ in 0..<60 {
                var damaged = bytes
                let start = generator.next(damaged.count)
                damaged.removeSubrange(start..<min(damaged.count, start + generator.next(12)))
                if !damaged.isEmpty { damaged[generator.next(damaged.count)] = UInt8(generator.next(128)) }
                #expect(fuzz([UInt8(generator.next(128))] + damaged))
            }
        }
    }

    /// A statement that ends in the middle of a predicate, as one does that is being typed.
    @Test(arguments: [
        "NOT", "IS", "IS NOT", "IN", "NOT IN", "NOT IN (", "BETWEEN", "NOT BETWEEN", "LIKE", "=", "<", ">=", ".", "::",
        "NOT b",
        "AND NOT", "IS DISTINCT", "NOT NOT", "EXISTS", "= ANY", "%", "%(", ":", "$", "@", "E'\\",
    ])
    func unfinishedPredicate(_ end: String) {
        for text in ["SELECT a FROM t WHERE a ", "UPDATE t SET a = 1 WHERE t.a ", "DELETE FROM t WHERE (a "] {
            #expect(fuzz([0] + [UInt8]((text + end).utf8)))
        }
    }

    @Test func shuffledTokens() {
        var generator = Generator(state: 3)
        let words = statements.flatMap { $0.split(separator: " ") }
        for _ in 0..<400 {
            let text = (0..<generator.next(40)).map { _ in words[generator.next(words.count)] }.joined(separator: " ")
            #expect(fuzz([UInt8(generator.next(128))] + [UInt8](text.utf8)))
        }
    }

    @Test(arguments: [
        "(", "((SELECT ", "SELECT (", "a IN (", "/*", "'", "$a$", "[", "[a", "{", "CASE ", "a AND ", "a,", "x.",
        "CREATE TABLE t (",
        "WITH a AS (", "SELECT a FROM (", "LIKE %s ", "UNION SELECT ", "SELECT 1;", "CREATE TRIGGER x BEGIN ", "%(",
        "(1),", "JOIN ", "NOT ",
    ])
    func timeIsLinear(_ unit: String) {
        let excess = LinearTime.excess(size: 400) { count in
            let text = Array(("SELECT a FROM t WHERE " + String(repeating: unit, count: count)).utf8)
            _ = SQLDocument(SQLText(text))
        }
        #expect(excess == nil)
    }

    /// A row of them takes no stack.
    @Test func manyNegations() {
        let text = [UInt8](("SELECT a FROM t WHERE " + String(repeating: "NOT ", count: 200_000) + "a = 1").utf8)
        let comparisons = SQLDocument(SQLText(text)).statements.flatMap(\.comparisons)
        #expect(comparisons.map(\.isConjunct) == [false])
    }

    /// Nesting without end, as `make linear` tries it at a larger size.
    @Test func manyParentheses() {
        let text = [UInt8]("SELECT ".utf8) + [UInt8](repeating: UInt8(ascii: "("), count: 50_000)
        #expect(SQLText(text).likelihood <= .certain)
        #expect(SQLDocument(SQLText(text)).topLevel.count == 1)
    }
}
