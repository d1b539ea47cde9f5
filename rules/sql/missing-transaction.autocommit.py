import psycopg

connection = psycopg.connect("dbname=shop", autocommit=True)


def order(user_id, total):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO orders (user_id, total) VALUES (%s, %s)", (user_id, total))
        # ruleid: sql/missing-transaction
        cursor.execute("UPDATE users SET orders = orders + 1 WHERE id = %s", (user_id,))


def together(user_id, total):
    with connection.transaction():
        connection.execute("INSERT INTO orders (user_id, total) VALUES (%s, %s)", (user_id, total))
        # ok: sql/missing-transaction
        connection.execute("UPDATE users SET orders = orders + 1 WHERE id = %s", (user_id,))
