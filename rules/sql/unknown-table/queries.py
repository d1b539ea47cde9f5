def read(cursor):
    # ruleid: sql/unknown-table
    cursor.execute("SELECT id FROM usres")
    # ok: sql/unknown-table
    cursor.execute("SELECT id FROM users")
    # ok: sql/unknown-table
    cursor.execute("WITH recent AS (SELECT id FROM orders) SELECT id FROM recent")
    # ruleid: sql/unknown-table
    cursor.execute("UPDATE oders SET total = 1 WHERE id = 1")
    # ok: sql/unknown-table
    cursor.execute("SELECT u.id FROM users u JOIN orders o ON o.user_id = u.id")
    # ok: sql/unknown-table
    cursor.execute("SELECT relname FROM pg_class")
    # ok: sql/unknown-table
    cursor.execute("SELECT id FROM billing.invoices")


def prepared(cursor):
    cursor.execute("""
        UPDATE users SET name = 'x' WHERE id = 1;
        CREATE TEMPORARY TABLE payday_users ON COMMIT DROP AS SELECT id FROM users;
    """)
    # ok: sql/unknown-table
    cursor.execute("SELECT id FROM payday_users")
