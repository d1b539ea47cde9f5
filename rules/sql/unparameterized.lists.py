import sqlite3


def appended(connection: sqlite3.Connection, name):
    parts = ["SELECT id FROM people"]
    if name:
        parts.append(f"WHERE name = '{name}'")
    parts.append("LIMIT 10")
    # ruleid: sql/unparameterized
    return connection.execute(" ".join(parts)).fetchall()


def from_nothing(connection: sqlite3.Connection, name):
    parts = []
    parts.append("SELECT id FROM people")
    parts.append("WHERE name = '" + name + "'")
    # ruleid: sql/unparameterized
    statement = "\n".join(parts)
    return connection.execute(statement).fetchall()


def with_parameters(connection: sqlite3.Connection, name):
    parts = ["SELECT id FROM people"]
    parts.append("WHERE name = ?")
    # ok: sql/unparameterized
    return connection.execute(" ".join(parts), (name,)).fetchall()


def numbers(connection: sqlite3.Connection, ids: str):
    wanted = [int(number) for number in ids.split(",")]
    # ok: sql/unparameterized
    connection.execute(f"SELECT id FROM people WHERE id IN ({','.join(map(str, wanted))})")
    # ok: sql/unparameterized
    connection.execute("SELECT id FROM people WHERE id IN (%s)" % ",".join(map(str, map(int, ids.split(",")))))
    # ok: sql/unparameterized
    connection.execute("SELECT id FROM people WHERE id IN (%s)" % ",".join(map(lambda n: str(int(n)), ids.split(","))))
    # ruleid: sql/unparameterized
    connection.execute("SELECT id FROM people WHERE id IN (%s)" % ",".join(map(str, ids.split(","))))


def placeholders(connection: sqlite3.Connection, users):
    rows = list()
    i = 0
    for _ in users:
        rows.append(f"(:name_{i}, :mail_{i})")
        i += 1
    # ok: sql/unparameterized
    connection.execute(f"INSERT INTO people (name, mail) VALUES {', '.join(rows)}", users)
