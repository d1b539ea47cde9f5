def read(cursor):
    # ruleid: sql/missing-index
    cursor.execute("SELECT id FROM users WHERE nickname = 'x'")
    # ok: sql/missing-index
    cursor.execute("SELECT id FROM users WHERE email = 'x'")
    # ok: sql/missing-index
    cursor.execute("SELECT id FROM users WHERE id = 1")
    # ok: sql/missing-index
    cursor.execute("SELECT id FROM orders WHERE user_id = 1 AND status = 'open'")
    # ruleid: sql/missing-index
    cursor.execute("SELECT id FROM orders WHERE status = 'open'")
    # ruleid: sql/missing-index
    cursor.execute("SELECT id FROM users ORDER BY created_at")
