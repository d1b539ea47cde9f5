import SourceText
import Testing

@testable import SQL

private func document(_ sql: String, _ origin: SQLOrigin = .file) -> SQLDocument {
    SQLDocument(MarkedSQL(sql).text(origin))
}

private func schema(_ files: [String]) -> SQLSchema {
    var schema = SQLSchema()
    for file in files { schema.apply(document(file)) }
    return schema
}

private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Each table as `name(columns) [leading columns of indexes]`, by name.
private func checkSchema(_ files: [String], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let tables = schema(files).tables.values.map { table in
        let columns = table.columns.map(string).joined(separator: ",")
        let indexes = table.indexes.map { $0.columns.map(string).joined(separator: "+") }.joined(separator: " ")
        return "\(string(table.name))(\(columns)\(table.isOpen ? ",.." : "")) [\(indexes)]"
    }
    #expect(tables.sorted() == expected, sourceLocation: sourceLocation)
}

private func checkUnknown(_ query: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let names = SQLUnknownName.find(in: document(query, .literal), schema: schema([shop]))
    let actual = names.map { "\($0.kind) \(string($0.name.folded))" + ($0.nearest.map { " -> \(string($0))" } ?? "") }
    #expect(actual == expected, "\(query)", sourceLocation: sourceLocation)
}

private func checkMissing(_ query: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let missing = SQLMissingIndex.find(in: document(query, .literal), schema: schema([shop]))
    #expect(
        missing.map { "\($0.use) \(string($0.table)).\(string($0.column.name.folded))" } == expected, "\(query)",
        sourceLocation: sourceLocation)
}

private func checkHazards(
    _ migration: String, _ expected: [String], dialect: SQLDialect = .postgreSQL,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let hazards = SQLMigrationHazard.find(in: document(migration), dialect: dialect)
    let actual = hazards.map {
        "\($0.kind) \(string($0.table.name.folded))" + ($0.column.map { ".\(string($0.folded))" } ?? "")
    }
    #expect(actual == expected, "\(migration)", sourceLocation: sourceLocation)
}

private let shop = """
    CREATE TABLE users (id SERIAL PRIMARY KEY, email TEXT NOT NULL UNIQUE, name VARCHAR(80), created_at TIMESTAMPTZ DEFAULT now());
    CREATE TABLE orders (
        id BIGINT GENERATED ALWAYS AS IDENTITY, user_id INT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        total NUMERIC(10, 2) CHECK (total > 0), status TEXT, created_at TIMESTAMP,
        PRIMARY KEY (id), CONSTRAINT one UNIQUE (user_id, created_at));
    CREATE INDEX orders_status ON orders (status, lower(x), total);
    CREATE TABLE audit.events (id INT);
    CREATE TABLE bag AS SELECT 1;
    """

@Suite struct SQLSchemaTests {
    @Test func definitions() {
        checkSchema(
            [shop],
            [
                "bag(,..) []", "orders(id,user_id,total,status,created_at) [id user_id+created_at status]",
                "users(id,email,name,created_at) [id email]",
            ])
        checkSchema(
            [
                "CREATE TABLE `t` (`id` int unsigned NOT NULL AUTO_INCREMENT, `key` varchar(3), KEY `i` (`a`(10), `b`), PRIMARY KEY (`id`)) ENGINE=InnoDB"
            ],
            ["t(id,key) [a+b id]"])
        checkSchema(
            ["CREATE TABLE t (a, b PRIMARY KEY) WITHOUT ROWID; CREATE VIEW v AS SELECT a AS x, b FROM t"],
            ["t(a,b) [b]", "v(x,b) []"])
    }

    @Test func alterations() {
        checkSchema(
            [
                "CREATE TABLE a (x INT, y INT, z INT)",
                "ALTER TABLE a ADD COLUMN IF NOT EXISTS w INT UNIQUE, DROP COLUMN x, ADD CONSTRAINT c UNIQUE (y)",
                "ALTER TABLE ONLY public.a RENAME COLUMN y TO v; ALTER TABLE a RENAME z TO u; ALTER TABLE a RENAME TO b",
                "CREATE TABLE gone (i INT); DROP TABLE IF EXISTS gone; ALTER TABLE b CHANGE u t BIGINT; CREATE INDEX i ON b USING btree (t DESC)",
            ], ["b(v,t,w) [w v t]"])
        checkSchema(
            ["CREATE TABLE a (x INT); RENAME TABLE a TO b", "CREATE INDEX i ON b (x); DROP INDEX i"], ["b(x) []"])
    }

    @Test func downSectionsAreNotApplied() {
        for (up, down) in [
            ("-- migrate:up", "-- migrate:down"), ("-- +goose Up", "-- +goose Down"),
            ("-- Up Migration", "-- Down Migration"),
            ("-- +migrate Up", "-- +migrate Down"), ("-- up", "-- Down"), ("", "---- create above / drop below ----"),
        ] {
            checkSchema(["\(up)\nCREATE TABLE a (x INT);\n\(down)\nDROP TABLE a;\n"], ["a(x) []"])
        }
        checkSchema(["CREATE TABLE a (x INT); -- goes down well\nDROP TABLE a;"], [])
    }

    @Test func migrationOrder() {
        let names = [
            "m/V10__c.sql", "m/V2__b.sql", "m/20240102_x.sql", "m/20230101_y.sql", "m/0001_a.up.sql",
            "m/0001_a.down.sql",
            "m/U2__b.sql", "m/2024/down.sql", "m/countdown.sql",
        ]
        let order = SQLMigrationOrder.order(names.map { [UInt8]($0.utf8) }).map { names[$0] }
        #expect(
            order == [
                "m/0001_a.up.sql", "m/20230101_y.sql", "m/20240102_x.sql", "m/V2__b.sql", "m/V10__c.sql",
                "m/countdown.sql",
            ])
    }

    @Test func unknownTables() {
        checkUnknown("SELECT id FROM user", ["table user -> users"])
        checkUnknown("INSERT INTO ordes (id) VALUES (1)", ["table ordes -> orders"])
        checkUnknown("SELECT 1 FROM pg_class, audit.events, other.t, generate_series(1, 2), «t», events", [])
        checkUnknown("WITH x AS (SELECT 1) SELECT * FROM x", [])
        checkUnknown("CREATE TEMP TABLE n AS WITH RECURSIVE q AS (SELECT 1 UNION SELECT 2 FROM q) SELECT * FROM q", [])
    }

    @Test func unknownColumns() {
        checkUnknown("SELECT emial FROM users", ["column emial -> email"])
        checkUnknown(
            "SELECT u.nme, o.total FROM users u JOIN orders o ON o.userid = u.id",
            ["column nme -> name", "column userid -> user_id"])
        checkUnknown("UPDATE users SET nam = 1 WHERE emaill = ?", ["column nam -> name", "column emaill -> email"])
        checkUnknown("INSERT INTO users (email, age) VALUES (?, ?)", ["column age"])
        checkUnknown("SELECT count(*) AS n FROM users GROUP BY name HAVING count(*) > 1 ORDER BY n", [])
        checkUnknown(
            "SELECT id FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE user_id = users.id AND email = 'x')", [])
        checkUnknown("SELECT s.n, s.m FROM (SELECT count(*) AS n FROM users) s", ["column m -> n"])
        checkUnknown("SELECT x FROM bag", [])
        checkUnknown("SELECT x FROM users, «t»", [])
        checkUnknown("SELECT x FROM users «joins»", [])
        checkUnknown("SELECT rowid, ctid, current_date, EXTRACT(year FROM created_at), CAST(id AS text) FROM users", [])
        checkUnknown("SELECT users FROM users WHERE name = \"x\"", [])
        checkUnknown(
            "INSERT INTO users (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING idd",
            ["column idd -> id"])
        checkUnknown(
            "SELECT date_part('year', created_at) y, total::text FROM orders WHERE created_at > now() - INTERVAL '1 day'",
            [])
    }

    @Test func missingIndexes() {
        checkMissing("SELECT id FROM users WHERE name = ?", ["filter users.name"])
        checkMissing("SELECT id FROM users WHERE name = ? AND email = ?", [])
        checkMissing("SELECT id FROM orders WHERE created_at > ?", ["filter orders.created_at"])
        checkMissing("SELECT id FROM orders WHERE user_id = ? AND created_at > ? ORDER BY total", [])
        checkMissing("SELECT id FROM orders ORDER BY total", ["sort orders.total"])
        checkMissing("SELECT id FROM orders ORDER BY status", [])
        checkMissing("SELECT 1 FROM users u JOIN orders o ON o.user_id = u.id", [])
        checkMissing("SELECT 1 FROM users u JOIN orders o ON o.total = u.name", ["join orders.total"])
        checkMissing("SELECT id FROM users WHERE name = ? OR email = ?", [])
        checkMissing("SELECT id FROM users «where»", [])
    }

    @Test func hazards() {
        checkHazards("ALTER TABLE t ADD COLUMN a INT NOT NULL", ["requiredColumn t.a"])
        checkHazards("ALTER TABLE t ADD a INT NOT NULL DEFAULT 0, ADD COLUMN b INT, ADD COLUMN c SERIAL NOT NULL", [])
        checkHazards(
            "ALTER TABLE t DROP COLUMN a; ALTER TABLE t DROP CONSTRAINT c; DROP TABLE u",
            ["droppedColumn t.a", "droppedTable u"])
        checkHazards(
            "ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t RENAME TO u", ["renamedColumn t.a", "renamedTable t"])
        checkHazards("ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint", ["changedType t.a"])
        checkHazards("ALTER TABLE t MODIFY COLUMN a BIGINT", ["changedType t.a"], dialect: .mySQL)
        checkHazards("CREATE INDEX i ON t (a)", ["blockingIndex t"])
        checkHazards("CREATE INDEX CONCURRENTLY i ON t (a)", [])
        checkHazards("CREATE INDEX i ON t (a)", [], dialect: .sqlite)
        checkHazards("CREATE TABLE t (a INT); CREATE INDEX i ON t (a); ALTER TABLE t ADD b INT NOT NULL", [])
        checkHazards(
            "CREATE TABLE n (a INT); INSERT INTO n SELECT a FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t", [])
        checkHazards("-- migrate:up\nSELECT 1;\n-- migrate:down\nDROP TABLE t;", [])
    }

    @Test func dialects() {
        func guess(_ sql: String) -> SQLDialect { document(sql).dialect }
        #expect(guess("SELECT $1") == .postgreSQL)
        #expect(guess("CREATE TABLE t (a JSONB)") == .postgreSQL)
        #expect(guess("SELECT `a` FROM t") == .mySQL)
        #expect(guess("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)") == .sqlite)
        #expect(guess("SELECT a FROM t") == .unknown)
    }

    @Test func dialectsOfPaths() {
        func check(_ path: String, _ expected: SQLDialect?) { #expect(SQLDialect.named(in: path) == expected) }
        check("schema/sqlite/0001_start.sql", .sqlite)
        check("db/sqlite3-migrations/1.sql", .sqlite)
        check("prisma/mysql-migrations/1/migration.sql", .mySQL)
        check("db/postgresql/1.sql", .postgreSQL)
        check("db/migrations/0001_start.sql", nil)
    }
}
