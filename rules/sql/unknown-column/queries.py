def read(cursor):
    # ruleid: sql/unknown-column
    cursor.execute("SELECT emial FROM users")
    # ok: sql/unknown-column
    cursor.execute("SELECT email, plan FROM users")
    # ruleid: sql/unknown-column
    cursor.execute("SELECT u.name FROM users u")
    # ok: sql/unknown-column
    cursor.execute("SELECT u.email AS address FROM users u ORDER BY address")
    # ruleid: sql/unknown-column
    cursor.execute("UPDATE orders SET totl = 1 WHERE id = 1")
    # ok: sql/unknown-column
    cursor.execute("SELECT count(*) AS n FROM orders GROUP BY user_id")
    # ok: sql/unknown-column
    cursor.execute("SELECT ctid FROM users")
    # ok: sql/unknown-column
    cursor.execute("SELECT owner FROM groups")
