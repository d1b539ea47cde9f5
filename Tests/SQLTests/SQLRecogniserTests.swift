import Testing

@testable import SQL

private func check(
    _ expected: SQLLikelihood, _ marked: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
    for text in marked {
        #expect(MarkedSQL(text).text().likelihood == expected, "\(text)", sourceLocation: sourceLocation)
    }
}

/// No more than `possible`: form alone, no evidence.
private func checkSentences(_ marked: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    for text in marked {
        #expect(!MarkedSQL(text).text().looksLikeSQL, "\(text)", sourceLocation: sourceLocation)
    }
}

@Suite struct SQLRecogniserTests {
    @Test func queries() {
        check(
            .certain,
            [
                "SELECT * FROM users", "select * from users where id = ?", "SELECT id FROM users",
                "SELECT u.id, u.name n FROM users u",
                "  \n SELECT id, name\n FROM users ORDER BY name", "SELECT COUNT(*) FROM t", "SELECT DISTINCT a FROM t",
                "SELECT 1", "select 1", "SELECT now()", "SELECT EXISTS(SELECT 1 FROM t WHERE a = $1)",
                "SELECT pg_sleep(1);",
                "SELECT id FROM users WHERE name LIKE '%a%' LIMIT 10",
                "select id, name from users order by name limit 5",
                "SELECT a FROM b UNION ALL SELECT c FROM d", "(SELECT 1) UNION (SELECT 2)",
                "SELECT a.x, COALESCE(b.y, 0) AS y FROM a LEFT JOIN b ON a.id = b.a_id WHERE a.z IS NOT NULL GROUP BY a.x",
                "SELECT CASE WHEN a > 1 THEN 'x' ELSE 'y' END FROM t", "SELECT id FROM t WHERE id IN (%s)",
                "SELECT a::text FROM t FOR UPDATE", "SELECT sum(x) OVER (PARTITION BY y) FROM t",
                "-- note\nSELECT id FROM t",
                "WITH a AS (SELECT 1) SELECT * FROM a", "with recursive t(n) as (values (1)) select n from t",
                "EXPLAIN ANALYZE SELECT * FROM t",
                "SELECT date_trunc('day', at) FROM e WHERE at > now() - interval '1 day'",
                "Select * From Users Where Id = @id", "SELECT TOP 10 name FROM users",
                "SELECT t.x AS a FROM t a WHERE a.x NOT SIMILAR TO 'b'", "SELECT \"id\" FROM \"User\"",
            ])
    }

    @Test func queriesWithHoles() {
        check(
            .certain,
            [
                "SELECT * FROM «t»", "SELECT «cols» FROM «t» WHERE id = «id»", "select * from users where name = '«n»'",
                "SELECT id FROM users «where»", "SELECT id FROM users_«n»", "SELECT * FROM users WHERE id = ",
                "SELECT id FROM users WHERE id IN («ids»)", "UPDATE «t» SET «sets» WHERE id = ?",
                "INSERT INTO «t» («c») VALUES («v»)",
                "DELETE FROM «t» WHERE id = «x»", "select * from {} where id = {}", "SELECT name FROM ",
                "DROP TABLE «t»",
                "SELECT * FROM t ORDER BY «o» «d»", "UPDATE users SET «c» = «v» WHERE id=«id»",
                "ALTER TABLE «t» ADD COLUMN «c» TEXT",
            ])
    }

    @Test func writes() {
        check(
            .certain,
            [
                "INSERT INTO users VALUES (1)", "insert into users (a, b) values (?, ?)",
                "INSERT INTO t SELECT * FROM u",
                "INSERT OR REPLACE INTO t (a) VALUES (1)", "INSERT IGNORE INTO t SET a = 1",
                "REPLACE INTO t VALUES (1)",
                "UPDATE users SET name = ?", "update users set a = a + 1 where id = 3",
                "UPDATE t AS x SET a = 1 FROM u WHERE x.id = u.id",
                "DELETE FROM users", "delete from users where id = 1", "Delete from users where id = ?",
                "DELETE t FROM t JOIN u ON t.a = u.a",
                "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE", "TRUNCATE TABLE users",
                "TRUNCATE a, b CASCADE",
                "INSERT INTO users DEFAULT VALUES",
            ])
    }

    @Test func definitionsAndCommands() {
        check(
            .certain,
            [
                "CREATE TABLE users (id INT PRIMARY KEY)", "create table if not exists t (id integer, name text)",
                "CREATE TABLE t (a, b)",
                "CREATE TABLE t AS SELECT 1", "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)", "create index on t (a)",
                "CREATE EXTENSION IF NOT EXISTS ", "select id, name from line_items",
                "CREATE OR REPLACE VIEW v AS SELECT 1", "CREATE EXTENSION IF NOT EXISTS pgcrypto",
                "CREATE SCHEMA audit",
                "ALTER TABLE users ADD COLUMN age INT", "alter table users drop column age",
                "DROP TABLE IF EXISTS users", "DROP INDEX i",
                "drop table users cascade", "PRAGMA foreign_keys = ON", "BEGIN IMMEDIATE", "BEGIN;", "ROLLBACK TO s",
                "SET LOCAL x = 5",
                "COMMENT ON TABLE t IS 'x'", "GRANT SELECT ON t TO bob", "REFRESH MATERIALIZED VIEW v",
                "DO $$ BEGIN END $$",
                "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql", "CREATE TYPE mood AS ENUM ('sad')",
            ])
    }

    @Test func sentences() {
        checkSentences([
            "Select a user from the list", "Update your profile", "Delete the file where it is stored",
            "Create table reservations for dinner", "Select an option", "Select all", "SELECT ALL", "Select one",
            "Select 2 items",
            "Select a plan from the list below", "SELECT A PLAN FROM THE LIST", "Select name from list",
            "select value from dropdown menu",
            "SELECT OPTION FROM DROPDOWN MENU", "Select from", "Selected rows", "select(id)", "SELECT",
            "Select files to upload, or drop them",
            "select {n} from {list}", "Select «n» from «list»", "Select user(s) from the table",
            "Select date, time and place",
            "Update available", "UPDATE", "UPDATE AVAILABLE", "Update settings", "Update user set by admin",
            "update failed: set is empty",
            "Update «x» set «y»", "Update profile picture set to default", "UPDATE REQUIRED SET PASSWORD",
            "Delete", "DELETE", "Delete from cart", "Delete from the list", "delete from cache",
            "Delete from cart where item is expired",
            "DELETE ACCOUNT", "Delete from favourites?", "Delete user «id»", "Deleted from «x»",
            "Insert coin", "Insert into the form values", "Insert into cart", "insert into table values",
            "INSERT FAILED",
            "Insert image into document", "Insert a row (optional)", "Insert into queue (retry)",
            "Create table", "CREATE TABLE", "Create table users (optional)", "Create user", "CREATE USER",
            "CREATE ACCOUNT",
            "Create database backup", "Create index page", "Create view for admins", "CREATE VIEW MODEL",
            "Create function foo",
            "Drop table here", "Drop files here", "Drop index finger", "DROP FILES HERE TO UPLOAD",
            "drop in replacement",
            "Alter table layout", "ALTER EGO", "Alter ego", "With love", "With great power", "WITH",
            "with open(path) as f",
            "Replace with", "REPLACE", "replace into the string", "Merge pull request", "MERGE", "Merge into main",
            "Begin", "BEGIN", "begin", "Start", "START", "Commit", "COMMIT", "commit «hash»", "Rollback",
            "Rollback to previous version",
            "Set password", "set name to value", "SET", "Set-Cookie", "Truncate text", "truncate",
            "Truncate long lines",
            "Comment on post", "Comment on issue is required", "Copy from clipboard", "COPY FROM", "copy file to disk",
            "Copy link",
            "Grant access to user", "GRANT", "Revoke token", "REVOKE ACCESS", "Values must be positive", "values",
            "Call me",
            "Call support (toll free)", "Explain", "Explain the answer", "Lock", "LOCK TABLE", "Do it", "do",
            "Release notes", "release",
            "Savepoint reached", "Analyze data", "Vacuum cleaner", "Show all", "Declare variables", "rename file",
            "Rename table",
            "DELETE /users/:id", "UPDATE /users/:id 200", "SELECT_ALL", "SELECT-ALL", "select.option", "delete: «x»",
            "update:user",
            "", " ", "(", "-- comment", "select #id", "SELECT:", "select * ", "from users where id = 1", "where id = ?",
        ])
    }

    @Test func formWithoutEvidenceIsPossible() {
        check(
            .possible,
            [
                "delete from users", "select name from users", "DELETE FROM cart items", "begin", "COMMIT",
                "drop table users",
            ])
    }

    @Test(
        "a text may be SQL by its first word, which comments may precede",
        arguments: [
            ("select 1", true), (" (SELECT 1)", true), ("-- teams\nSELECT 1", true), ("/* teams */ SELECT 1", true),
            ("# teams\nSELECT 1", true), (#"\nSELECT 1"#, true), (#"# teams\nSELECT 1"#, true), ("teams", false),
            ("", false),
            ("/teams/:id", false), ("-v", false), ("#fff", false), ("->?", false), ("/", false), ("-", false),
        ])
    func mayStartStatement(text: String, expected: Bool) {
        #expect(SQLText.mayStartStatement(Array(text.utf8)) == expected)
    }
}
