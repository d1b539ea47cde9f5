import sqlite3


def queries(path, user_id):
    connection = sqlite3.connect(path)
    connection.execute("SELECT id FROM users WHERE id = ?", (user_id,)).fetchone()
    cursor = connection.cursor()
    cursor.execute("UPDATE users SET name = ? WHERE id = ?", ("Ada", user_id))
    cursor.executemany("INSERT INTO users (name) VALUES (?)", [("Ada",)])
    connection.commit()


def together(path, user_id):
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("DELETE FROM users WHERE id = ?", (user_id,))


def locked(path, user_id):
    connection = sqlite3.connect(path)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM users WHERE id = ?", (user_id,))


def others(command):
    command.execute("restart")
