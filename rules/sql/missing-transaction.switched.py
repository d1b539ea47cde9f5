import psycopg2


def add_order(order, lines):
    conn = psycopg2.connect("dbname=shop")
    try:
        with conn.cursor() as cur:
            cur.execute("INSERT INTO orders (id) VALUES (%s)", (order,))
            # ok: sql/missing-transaction
            cur.execute("INSERT INTO order_lines (order_id, line) VALUES (%s, %s)", (order, lines[0]))
        conn.commit()
    finally:
        conn.close()


def import_orders(rows):
    conn = psycopg2.connect("dbname=shop")
    try:
        conn.autocommit = False
        with conn.cursor() as cur:
            cur.execute("INSERT INTO imports (size) VALUES (%s)", (len(rows),))
            # ok: sql/missing-transaction
            cur.execute("INSERT INTO orders (id) VALUES (%s)", (rows[0],))
        conn.commit()
    finally:
        conn.autocommit = True
        conn.close()
