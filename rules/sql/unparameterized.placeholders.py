import sqlite3

from sqlalchemy import text


def add_row(connection, row, names):
    # ok: sql/unparameterized
    query = text(
        """
        INSERT INTO metrics (id, %(names)s)
             VALUES (:id, %(values)s)
    """
        % {"names": ", ".join(names), "values": ":" + ", :".join(names)}
    )
    connection.execute(query, row)


def find(connection: sqlite3.Connection, name):
    # ruleid: sql/unparameterized
    return connection.execute("SELECT id FROM people WHERE name = '%s'".replace("%s", name)).fetchall()


def find_in(connection: sqlite3.Connection):
    # ok: sql/unparameterized
    return connection.execute("SELECT id FROM {table}".replace("{table}", "people")).fetchall()


def largest(connection: sqlite3.Connection, table, column):
    # ok: sql/unparameterized
    return connection.execute(
        f"SELECT max((SELECT last_value FROM numbers), (SELECT max({column}) FROM {table}))"
    ).fetchone()


def described(connection: sqlite3.Connection, models):
    # ok: sql/unparameterized
    return [connection.execute(f"SELECT '{model._table}', name FROM columns").fetchall() for model in models]
