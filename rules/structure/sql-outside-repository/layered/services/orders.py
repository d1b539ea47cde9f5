import sqlite3


def open_orders(user_id):
    connection = sqlite3.connect("orders.db")
    # ruleid: structure/sql-outside-repository
    return connection.execute("SELECT id FROM orders WHERE user_id = ?", (user_id,)).fetchall()
