import sqlite3


# The project has no repositories to ask.
def open_orders(user_id):
    connection = sqlite3.connect("orders.db")
    # ok: structure/sql-outside-repository
    return connection.execute("SELECT id FROM orders WHERE user_id = ?", (user_id,)).fetchall()
