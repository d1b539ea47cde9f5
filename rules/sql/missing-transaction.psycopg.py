import psycopg2


def with_a_cursor(db, user_id):
    with db.get_cursor() as cursor:
        cursor.run("INSERT INTO orders (user_id) VALUES (%s)", (user_id,))
        # ok: sql/missing-transaction
        cursor.run("UPDATE users SET orders = orders + 1 WHERE id = %s", (user_id,))
