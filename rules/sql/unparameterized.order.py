import sqlite3
from enum import Enum
from zoneinfo import ZoneInfo

from .paging import bounds
from .sorting import UserSortOrder


class Field(Enum):
    NAME = "name"
    AGE = "age"


def list_users(connection: sqlite3.Connection, order_by, direction, name):
    column = UserSortOrder(order_by).value
    order, start, end = bounds(direction)
    # ok: sql/unparameterized
    connection.execute(f"SELECT id FROM users WHERE age > ? ORDER BY {column} {order}", (start,))
    # ok: sql/unparameterized
    connection.execute(f"SELECT id FROM users WHERE {Field[order_by].value} > ?", (start,))
    zone = ZoneInfo(name)
    # ok: sql/unparameterized
    connection.execute(f"SELECT id, joined AT TIME ZONE '{zone.key}' FROM users")
    # ruleid: sql/unparameterized
    connection.execute(f"SELECT id FROM users ORDER BY {direction.upper()}")
    first, last = bounds(name)
    # ruleid: sql/unparameterized
    connection.execute(f"SELECT id FROM users WHERE name > '{first}'")


class Analyser:
    def without(self, tags):
        return " AND ".join(map(lambda tag: "NOT tags ? '{0}'".format(tag), tags))

    def run(self, connection: sqlite3.Connection):
        # ok: sql/unparameterized
        connection.execute("SELECT id FROM places WHERE {0}".format(self.without(["name", "ref"])))

    def joined(self, connection: sqlite3.Connection):
        clause = ["a.ref = b.ref"]
        if self.join:
            clause.append("a.tags->'{tag}' = b.tags->'{tag}'".format(tag=self.join))
        joined = " AND ".join(clause)
        # ok: sql/unparameterized
        connection.execute("SELECT id FROM a JOIN b ON {joined}".format(joined=joined))


def gathered(connection: sqlite3.Connection, names):
    found = set()
    found.update(names)
    listed = ",".join("'" + name + "'" for name in found)
    # ruleid: sql/unparameterized
    connection.execute(f"SELECT id FROM places WHERE name IN ({listed})")
