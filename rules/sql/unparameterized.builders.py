from typing import Literal

from fastapi import FastAPI, Query
from sqlalchemy import text

from .db import connection

app = FastAPI()


def _if_missing(name):
    def check(target):
        # ok: sql/unparameterized
        return connection.execute(text(f"SELECT 1 FROM routines WHERE name = '{name}'"))

    return check


on_create(_if_missing("array_append"))
on_create(_if_missing(name="array_is_unique"))


def _of_column(column, direction="ASC"):
    # ok: sql/unparameterized
    return connection.execute(text(f"SELECT id FROM users ORDER BY {column} {direction}"))


def newest():
    return _of_column("created_at", "DESC")


def named():
    return _of_column("name")


def _of_any(column):
    # ruleid: sql/unparameterized
    return connection.execute(text(f"SELECT id FROM users ORDER BY {column}"))


def chosen(column):
    return _of_any(column)


@app.get("/users")
def users(order: str = Query("asc", pattern="^(asc|desc)$"), column: str = Query("name", pattern="^.+$")):
    # ok: sql/unparameterized
    connection.execute(text(f"SELECT id FROM users ORDER BY name {order}"))
    # ruleid: sql/unparameterized
    return connection.execute(text(f"SELECT id FROM users ORDER BY {column}"))


def total(column, table):
    # ok: sql/unparameterized
    return f"SELECT SUM({column}), RANK() OVER (PARTITION BY {column}) FROM {table} WHERE id = %s"


def smallest(column):
    # A part of another query.
    # ok: sql/unparameterized
    return f"(SELECT MIN(t) FROM UNNEST({column}) AS t)"


def smallest_of(name):
    # ruleid: sql/unparameterized
    return f"SELECT MIN(price) FROM prices WHERE name = '{name}'"


def account_of(session, name):
    # ok: sql/unparameterized
    return query_one(session, f"SELECT Id FROM Account WHERE Name = '{query_param_sanitize(name)}'")


def of_tags(session, tags):
    marks = []
    values = {}
    for index, tag in enumerate(tags):
        mark = f"tag_{index}"
        marks.append(f":{mark}")
        values[mark] = tag
    # ok: sql/unparameterized
    return session.execute(text(f"SELECT id FROM tags WHERE name IN ({', '.join(marks)})"), values)


def of_names(session, names):
    marks = []
    for index, name in enumerate(names):
        marks.append(f"'{name}'")
    # ruleid: sql/unparameterized
    return session.execute(text(f"SELECT id FROM tags WHERE name IN ({', '.join(marks)})"))


class Cleaner:
    def _drop(self, name, limit):
        # ok: sql/unparameterized
        self.cursor.execute(f"DELETE FROM logs WHERE name = '{name}'")

    def run(self):
        self._drop("visits", 1)
        self._drop("errors", 2)


def chosen(cursor, request):
    wanted = sql.SQL(", ").join(map(sql.Identifier, request.args.getlist("column")))
    # ok: sql/unparameterized
    cursor.execute(sql.SQL("SELECT {} FROM tags WHERE id = %s").format(wanted), (1,))
    # ruleid: sql/unparameterized
    cursor.execute(sql.SQL("SELECT {} FROM tags").format(sql.SQL(", ").join(map(sql.SQL, request.args.getlist("column")))))
