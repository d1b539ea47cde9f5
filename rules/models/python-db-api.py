import sqlite3


def queries(path, user_id):
    connection = sqlite3.connect(path)
    # query: select users where one
    connection.execute("SELECT id FROM users WHERE id = ?", (user_id,)).fetchone()
    cursor = connection.cursor()
    # query: update users where sets name
    cursor.execute("UPDATE users SET name = ? WHERE id = ?", ("Ada", user_id))
    # query: insert users all sets name
    cursor.executemany("INSERT INTO users (name) VALUES (?)", [("Ada",)])
    connection.commit()


def together(path, user_id):
    connection = sqlite3.connect(path)
    with connection:
        # query: delete users where in transaction
        connection.execute("DELETE FROM users WHERE id = ?", (user_id,))


def locked(path, user_id):
    connection = sqlite3.connect(path)
    # query: transaction ? all
    connection.execute("BEGIN IMMEDIATE")
    # query: delete users where in transaction locked
    connection.execute("DELETE FROM users WHERE id = ?", (user_id,))


def others(command):
    command.execute("restart")
