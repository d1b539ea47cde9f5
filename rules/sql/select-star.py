def read(cursor, user_id):
    # ruleid: sql/select-star
    cursor.execute("SELECT * FROM users WHERE id = %s", (user_id,))
    query = """
        SELECT id, count(*)
        FROM orders
        GROUP BY id
    """
    # ok: sql/select-star
    cursor.execute(query)
    # ok: sql/select-star
    cursor.execute("SELECT id FROM users WHERE EXISTS (SELECT * FROM orders)")
