import SourceText
import Testing

@testable import SQL

/// The facts of every statement of a text, in order, as lines.
private func check(_ marked: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let document = SQLDocument(MarkedSQL(marked).text())
    let actual = document.statements.indices.map { document.dump($0).joined(separator: "\n") }.joined(separator: "\n\n")
    #expect(actual == expected, "\(marked)\n\(actual)\n", sourceLocation: sourceLocation)
}

/// The roles of the holes of a text, in order.
private func checkRoles(_ marked: String, _ expected: [SQLHoleRole], sourceLocation: SourceLocation = #_sourceLocation)
{
    let document = SQLDocument(MarkedSQL(marked).text())
    #expect(document.holeRoles == expected, "\(marked)", sourceLocation: sourceLocation)
}

@Suite struct SQLParserTests {
    @Test func selectWithJoins() {
        check(
            "SELECT u.id, o.total AS sum_total, * FROM public.users u LEFT JOIN orders AS o ON o.user_id = u.id "
                + "WHERE u.email = $1 AND (o.total > 5 OR o.note LIKE 'x%') ORDER BY o.created_at DESC, u.id LIMIT 10 OFFSET $2",
            """
            select
            table public.users as u
            table orders as o left
            item column u.id as id
            item column o.total as sum_total
            item star
            column u.id selectList
            column o.total selectList
            column o.user_id on
            column u.id on
            column u.email where
            column o.total where
            column o.note where
            column o.created_at orderBy
            column u.id orderBy
            comparison o.user_id equal column(u.id)
            comparison u.email equal placeholder
            comparison o.total greater number alternative
            comparison o.note like string alternative
            where
            order o.created_at,u.id
            limit 10
            offset placeholder
            """)
    }

    @Test func aggregatesAndWindows() {
        check(
            "SELECT count(*) AS n, sum(a) OVER (PARTITION BY b ORDER BY c) w, max(d, e) FROM t",
            """
            select
            table t
            item aggregate(SQL.SQLKeyword.count) as n
            item expression as w
            item expression
            aggregate count selectList
            column a selectList
            column b window
            column c window
            column d selectList
            column e selectList
            """)
        check(
            "SELECT sum(x) FROM (SELECT x FROM t LIMIT 5) s GROUP BY y HAVING sum(x) > 1",
            """
            select
            table subquery(1) as s
            item aggregate(SQL.SQLKeyword.sum)
            aggregate sum selectList
            aggregate sum having
            column x selectList
            column y groupBy
            column x having
            grouped

            select from
            table t
            item column x as x
            column x selectList
            limit 5
            """)
    }

    @Test func commonTablesAndSubqueries() {
        check(
            "WITH recent (id) AS (SELECT id FROM orders WHERE at > now()) SELECT id FROM recent "
                + "WHERE id IN (SELECT order_id FROM lines) AND EXISTS (SELECT 1 FROM x) AND id NOT IN (1, 2, 3)",
            """
            select
            with recent
            table recent
            item column id as id
            column id selectList
            column id where
            column id where
            comparison id in subquery(2)
            comparison id notIn list(3)
            where

            select commonTable
            table orders
            item column id as id
            column id selectList
            column at where
            comparison at greater expression
            where

            select inList
            table lines
            item column order_id as order_id
            column order_id selectList

            select exists
            table x
            item expression
            """)
    }

    @Test func unions() {
        check(
            "SELECT a FROM t UNION ALL SELECT b FROM u ORDER BY 1 LIMIT 3",
            """
            select
            table t
            item column a as a
            column a selectList
            limit 3
            arm 1

            select unionArm
            table u
            item column b as b
            column b selectList
            """)
    }

    @Test func insertsAndConflicts() {
        check(
            "INSERT INTO t (a, b) VALUES ($1, now()) ON CONFLICT (a) DO UPDATE SET b = excluded.b, n = t.n + 1 RETURNING id",
            """
            insert
            table t target
            column a conflict
            column excluded.b set
            column b set
            column t.n set
            column n set
            column id returning
            conflict update
            into a,b
            set b column(excluded.b)
            set n expression self
            returning column id as id
            """)
        check("INSERT IGNORE INTO t SET a = 1", "insert\ntable t target\ncolumn a set\nconflict ignore\nset a number")
        check(
            "INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a), n = n + 1",
            "insert\ntable t target\ncolumn a set\ncolumn a set\ncolumn n set\ncolumn n set\nconflict update\ninto a\n"
                + "set a expression self\nset n expression self")
        check(
            "INSERT INTO t SELECT * FROM u ON CONFLICT DO NOTHING",
            "insert\ntable t target\nconflict ignore\n\nselect source\ntable u\nitem star")
    }

    @Test func updatesAndDeletes() {
        check(
            "UPDATE accounts SET balance = balance - $1, name = ? WHERE id = $2 AND version = 3",
            """
            update
            table accounts target
            column balance set
            column balance set
            column name set
            column id where
            column version where
            comparison id equal placeholder
            comparison version equal number
            where
            set balance expression self
            set name placeholder
            """)
        check("DELETE FROM sessions", "delete\ntable sessions target")
        check(
            "DELETE FROM a USING b WHERE a.x = b.x",
            "delete\ntable a target\ntable b\ncolumn a.x where\ncolumn b.x where\ncomparison a.x equal column(b.x)\nwhere"
        )
        check(
            "DELETE o FROM orders o JOIN users u ON o.u = u.id",
            "delete\ntable orders as o target\ntable users as u inner\ncolumn o.u on\ncolumn u.id on\n"
                + "comparison o.u equal column(u.id)")
        check(
            "UPDATE t SET (a, b) = (1, 2) FROM u WHERE t.id = u.id LIMIT 1",
            "update\ntable t target\ntable u\ncolumn t.id where\ncolumn u.id where\n"
                + "comparison t.id equal column(u.id)\nwhere\nlimit 1\nset a expression\nset b expression")
    }

    @Test func predicates() {
        check(
            "SELECT 1 FROM t WHERE NOT a = 1 AND b IS NOT NULL AND c BETWEEN 1 AND 2 AND ? = d AND lower(e) = 'x' "
                + "AND CASE WHEN f = 1 OR g = 2 THEN 1 END = 1 AND h IS DISTINCT FROM i AND (j = 1 AND k::int = 2)",
            """
            select
            table t
            item expression
            column a where
            column b where
            column c where
            column d where
            column e where
            column f where
            column g where
            column h where
            column i where
            column j where
            column k where
            comparison a equal number alternative
            comparison b isNotNull null
            comparison c between expression
            comparison d equal placeholder
            comparison h other expression
            comparison j equal number
            where
            """)
    }

    @Test func wordsThatAreNoColumns() {
        check(
            "SELECT EXTRACT(year FROM at), now() - INTERVAL 7 DAY, CAST(a AS double precision), b::timestamp with time zone, "
                + "DATE '2020-01-01', current_date, \"Q\" FROM t",
            """
            select
            table t
            item expression
            item expression
            item expression
            item expression
            item expression
            item expression
            item column q as q
            column year selectList uncertain
            column at selectList
            column a selectList
            column b selectList
            column current_date selectList uncertain
            column q selectList
            """)
    }

    @Test func limits() {
        func limits(_ sql: String) -> [Int?] {
            let statement = SQLDocument(SQLText([UInt8](sql.utf8))).statements.first
            return [statement?.limit?.literal, statement?.offset?.literal]
        }
        #expect(limits("SELECT a FROM t LIMIT 5 OFFSET 10") == [5, 10])
        #expect(limits("SELECT a FROM t LIMIT 10, 5") == [5, 10])
        #expect(limits("SELECT a FROM t OFFSET 3 ROWS FETCH NEXT 7 ROWS ONLY") == [7, 3])
        #expect(limits("SELECT a FROM t FETCH FIRST ROW ONLY") == [1, nil])
        #expect(limits("SELECT TOP 4 a FROM t") == [4, nil])
        #expect(limits("SELECT TOP (4) a FROM t") == [4, nil])
        #expect(limits("SELECT a FROM t LIMIT ALL") == [nil, nil])
        #expect(limits("SELECT a FROM t LIMIT 99999999999999999999") == [nil, nil])
    }

    @Test func locksAndTransactions() {
        check(
            "SELECT a FROM t WHERE id = 1 FOR UPDATE SKIP LOCKED",
            "select\ntable t\nitem column a as a\ncolumn a selectList\ncolumn id where\ncomparison id equal number\nwhere\nlock update"
        )
        let kinds = SQLDocument(
            SQLText(
                [UInt8](
                    "BEGIN IMMEDIATE; UPDATE t SET a = 1; SAVEPOINT s; ROLLBACK TO s; RELEASE s; COMMIT; ROLLBACK".utf8)
            ))
        #expect(
            kinds.statements.map(\.kind) == [
                .begin, .update, .savepoint, .savepoint, .releaseSavepoint, .commit, .rollback,
            ])
        #expect(kinds.statements.first?.isLockingTransaction == true)
    }

    @Test func holeRoles() {
        checkRoles("SELECT «a» FROM «t» WHERE id = «x»", [.selectList, .table, .value])
        checkRoles("SELECT * FROM t WHERE «c» = «v» AND «f»", [.column, .value, .condition])
        checkRoles("SELECT * FROM t WHERE a = '«v»' AND b LIKE '%«p»%'", [.quotedString, .likePattern])
        checkRoles(
            "SELECT * FROM t WHERE a IN («l») OR b IN «m» OR c IN («d», «e»)", [.inList, .inList, .inList, .inList])
        checkRoles(
            "SELECT * FROM t «w» ORDER BY «o» «d» LIMIT «l» OFFSET «k»",
            [.clause, .orderBy, .direction, .limit, .offset])
        checkRoles("SELECT * FROM t ORDER BY a «d»", [.direction])
        checkRoles("SELECT * FROM «s».t_«n» WHERE «q».a = 1 GROUP BY «g»", [.table, .table, .table, .groupBy])
        checkRoles("SELECT * FROM t WHERE a «op» b", [.operator])
        checkRoles("SELECT * FROM t WHERE a = 1 «rest»", [.clause])
        checkRoles("UPDATE «t» SET «s» WHERE id = $«n»", [.table, .assignments, .placeholder])
        checkRoles("UPDATE t SET «c» = «v», d = «w»", [.column, .value, .value])
        checkRoles("INSERT INTO «t» («c») VALUES («v»)", [.table, .insertColumns, .valueList])
        checkRoles("INSERT INTO t (a) VALUES («v»)", [.value])
        checkRoles("INSERT INTO t (a, b) VALUES («v», '«w»')", [.value, .quotedString])
        checkRoles("INSERT INTO t (a) VALUES «rows»", [.valueList])
        checkRoles("«sql»", [.statement])
        checkRoles("SELECT \"«c»\", `«d»` FROM t -- «x»", [.quotedIdentifier, .quotedIdentifier, .comment])
        checkRoles("SELECT «f»(a) AS «b» FROM t", [.identifier, .identifier])
        checkRoles("CREATE TABLE «t» («c» TEXT)", [.table, .column])
        checkRoles("SELECT * FROM t WHERE id = ‹c›", [.column])
        checkRoles("SELECT date(a, «x») FROM t", [.value])
        checkRoles("SELECT SUM(«c»), COUNT(DISTINCT «d»), MAX(a, «x») FROM t", [.column, .column, .value])
        checkRoles(
            "SELECT RANK() OVER (PARTITION BY «c» ORDER BY CASE WHEN a < «x» THEN 1 END) FROM t", [.column, .value])
        checkRoles("DELETE FROM t WHERE a = «x» AND b > «y»", [.value, .value])
    }

    @Test func placesOfFacts() {
        let document = SQLDocument(SQLText([UInt8]("SELECT a FROM t WHERE bb = ccc".utf8)))
        let comparison = document.statements.first?.comparisons.first
        #expect(comparison?.column.range == ByteRange(22, 24))
        #expect(comparison?.operandRange == ByteRange(27, 30))
        #expect(document.statements.first?.whereRange == ByteRange(16, 30))
    }

    @Test func triggersKeepTheirBody() {
        let document = SQLDocument(
            SQLText(
                [UInt8](
                    "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE a SET b = CASE WHEN 1 THEN 2 END; DELETE FROM c; END; SELECT 1"
                        .utf8)))
        #expect(document.statements.map(\.kind) == [.definition, .select])
    }
}
