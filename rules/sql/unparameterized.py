import sqlite3

from flask import Blueprint
from sqlalchemy import text

from .settings import TABLE

SORTABLE = {"name": "name", "created": "created_at"}
FIELDS = ("id", "name")


def formats(cursor, email, user_id: int):
    # ruleid: sql/unparameterized
    cursor.execute(f"SELECT id FROM users WHERE email = '{email}'")
    # ruleid: sql/unparameterized
    cursor.execute("SELECT id FROM users WHERE email = '%s'" % email)
    # ruleid: sql/unparameterized
    cursor.execute("SELECT id FROM users WHERE email = '{}'".format(email))
    # ruleid: sql/unparameterized
    cursor.execute("SELECT id FROM users WHERE email = '" + email + "'")
    # ok: sql/unparameterized
    cursor.execute("SELECT id FROM users WHERE email = %s", (email,))
    # ok: sql/unparameterized
    cursor.execute(f"SELECT id FROM users WHERE id = {user_id}")
    # ok: sql/unparameterized
    cursor.execute("SELECT id FROM users WHERE id = %d" % user_id)
    # ok: sql/unparameterized
    cursor.execute(f"SELECT {', '.join(FIELDS)} FROM {TABLE}")


def grown(conn: sqlite3.Connection, name, limit):
    query = "SELECT id FROM users WHERE active = 1"
    if name:
        # ruleid: sql/unparameterized
        query += " AND name = '" + name + "'"
    query += " ORDER BY id LIMIT %d" % int(limit)
    # ok: sql/unparameterized
    return conn.execute(query).fetchall()


def lists(conn, ids, sort, column):
    marks = ",".join("?" for _ in ids)
    # ok: sql/unparameterized
    conn.execute(f"SELECT id FROM users WHERE id IN ({marks})", ids)
    # ok: sql/unparameterized
    conn.execute("SELECT id FROM users WHERE id IN (%s)" % ",".join(["?"] * len(ids)), ids)
    # ok: sql/unparameterized
    conn.execute(f"SELECT id FROM users ORDER BY {SORTABLE.get(sort, 'id')}")
    # ok: sql/unparameterized
    conn.execute(f"SELECT id FROM users ORDER BY {SORTABLE[sort]}")
    if column not in FIELDS:
        raise ValueError("unknown column")
    # ok: sql/unparameterized
    conn.execute(f"SELECT {column} FROM users")
    # ruleid: sql/unparameterized
    conn.execute("SELECT id FROM users WHERE id IN (" + ",".join(ids) + ")")


def alchemy(session, name):
    # ruleid: sql/unparameterized
    session.execute(text(f"SELECT id FROM users WHERE name = '{name}'"))
    # ok: sql/unparameterized
    session.execute(text("SELECT id FROM users WHERE name = :name"), {"name": name})
    # ruleid: sql/unparameterized
    statement = text("""
        SELECT id
        FROM users
        WHERE name = '{}'
    """.format(name))
    session.execute(statement)


def stored(name):
    # ruleid: sql/unparameterized
    return f"DELETE FROM users WHERE name = '{name}'"


def spoken(logger, name):
    # ok: sql/unparameterized
    logger.info(f"Select from {name}")
    # ok: sql/unparameterized
    logger.info(f"DELETE FROM users WHERE name = '{name}'")
    # ok: sql/unparameterized
    raise ValueError(f"Update {name} set failed")


def names(cursor, request, table, column, db):
    # ok: sql/unparameterized
    cursor.execute(f"SELECT {column} FROM {table} WHERE {column} = %s", (1,))
    # ok: sql/unparameterized
    cursor.execute(f"UPDATE users SET kind = '{Kind.admin.value}', changed = {db.timestamp_now}")
    # ok: sql/unparameterized
    cursor.execute("CREATE INDEX idx_%s ON %s (%s)" % (table, table, column))
    wanted = request.args["table"]
    # ruleid: sql/unparameterized
    cursor.execute(f"SELECT * FROM {wanted}")
    # ruleid: sql/unparameterized
    cursor.execute(f"SELECT {request.GET.get('fields')} FROM users")


users = Blueprint("users", __name__)


# What a path holds is text, whatever the function says that it takes.
@users.route("/users/<user_id>")
def of_path(db, user_id: int):
    # ruleid: sql/unparameterized
    return db.session.execute(text(f"SELECT name FROM users WHERE id = {user_id}")).fetchall()


@users.route("/orders/<int:order_id>")
def of_converted_path(db, order_id: int):
    # ok: sql/unparameterized
    return db.session.execute(text(f"SELECT total FROM orders WHERE id = {order_id}")).fetchall()


def asked(cursor, query=None):
    query = query or Query()
    # ok: sql/unparameterized
    cursor.execute(f"SELECT id FROM alerts WHERE {query.where} ORDER BY {query.sort}", query.vars)


def searched(cursor, request):
    query = request.args.get("q")
    # ruleid: sql/unparameterized
    cursor.execute(f"SELECT id FROM alerts WHERE title = '{query}'")


def chosen(cursor, random, data, limit):
    kinds = ["common", "rare"]
    kind = random.choice([kinds[0]] * 80 + [kinds[1]] * 20)
    # ok: sql/unparameterized
    cursor.execute(f'UPDATE profile SET "crates_{kind}" = 1 WHERE id = %s', (1,))
    spent = [i for i in ("time", "luck") if data[i]]
    changes = ", ".join([f'"{i}_booster" = "{i}_booster" - 1' for i in spent])
    # ok: sql/unparameterized
    cursor.execute(f"UPDATE profile SET {changes} WHERE id = %s", (1,))
    # ok: sql/unparameterized
    cursor.execute(f"SELECT count(*) FROM (SELECT id FROM users LIMIT {limit + 1})")


def configured(cursor, config):
    # ok: sql/unparameterized
    cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = '%s'" % config["database"])


def topmost(cursor, query=None, window=1800):
    query = query or Query()
    group = "event"
    if query.group:
        group = query.group[0]
    # ok: sql/unparameterized
    cursor.execute(f"SELECT t.{group}, COUNT(1) FROM t WHERE {query.where} GROUP BY t.{group}", query.vars)
    # ok: sql/unparameterized
    cursor.execute(f"SELECT COUNT(1) FROM t WHERE changed > now() - INTERVAL '{window} seconds'")


def sorted_notes(cursor, query=None):
    # ok: sql/unparameterized
    cursor.execute(f"SELECT id FROM notes WHERE {query.where} ORDER BY {query.sort or 'created'}")


def dump(out, names):
    for name in names:
        # ok: sql/unparameterized
        line = "INSERT INTO people (name) VALUES ('%s');\n" % name
        out.write(line)


def by_branch(conn, name, exact):
    if exact:
        query = "SELECT id FROM people WHERE hidden = 0 AND id > 1 ORDER BY id, name, email"
    else:
        # ruleid: sql/unparameterized
        query = f"SELECT id FROM people WHERE name = '{name}'"
    return conn.execute(query)


def owner_of(request):
    if request.args.get("team"):
        return "team_id", request.args["team"]
    return "user_id", request.args["user"]


def scoped(conn, request):
    column, value = owner_of(request)
    # ok: sql/unparameterized
    conn.execute(f"SELECT id FROM pages WHERE {column} = ?", (value,))
    # ruleid: sql/unparameterized
    conn.execute(f"SELECT id FROM pages WHERE {column} = '{value}'")


class Pages:
    def _where(self, owner):
        return f"owner = '{owner}'"

    def _table(self):
        return self.prefix + "pages"

    def of(self, cursor, owner):
        # ruleid: sql/unparameterized
        cursor.execute(f"SELECT id FROM pages WHERE {self._where(owner)}")
        # ok: sql/unparameterized
        cursor.execute(f"SELECT id FROM {self._table()} WHERE owner = %s", (owner,))


class Span:
    def __init__(self, days, label):
        self.days = days
        self.label = label

    @property
    def interval(self):
        return "1 DAY" if self.days == 1 else "1 WEEK"

    @property
    def caption(self):
        return self.label


def spans(conn, span, request):
    # ok: sql/unparameterized
    conn.execute(f"SELECT id FROM pages WHERE created > NOW() - INTERVAL '{span.interval}'")
    # ruleid: sql/unparameterized
    conn.execute(f"SELECT id FROM pages WHERE caption = '{span.caption}'")


DRAFT = {"title": "Title", "body": "Text"}
FINAL = {"title": "Headline"}
LABELS = {"draft": DRAFT, "final": FINAL}


def label_fields(session):
    for kind, labels in LABELS.items():
        for field, label in labels.items():
            # ok: sql/unparameterized
            session.execute(f"UPDATE fields SET label = '{label}' WHERE kind = '{kind}' AND name = '{field}'")


def label_given(session, label, key):
    for field, text in {"title": label}.items():
        # ruleid: sql/unparameterized
        session.execute(f"UPDATE fields SET label = '{text}' WHERE name = '{field}'")
    for field, text in {key: "Title"}.items():
        # ruleid: sql/unparameterized
        session.execute(f"UPDATE fields SET label = '{text}' WHERE name = '{field}'")


COLUMNS = ("title", "body")


def update_page(cur, page_id, title, body, extra):
    given = {"title": title, "body": body}
    given["state"] = extra
    sets = []
    for column, value in given.items():
        sets.append(f"{column} = %s")
    # ok: sql/unparameterized
    cur.execute(f"UPDATE pages SET {', '.join(sets)} WHERE id = %s", [*given.values(), page_id])
    parts = [f"{column} = %s" for column, value in zip(COLUMNS, (title, body))]
    # ok: sql/unparameterized
    cur.execute(f"UPDATE pages SET {', '.join(parts)} WHERE id = %s", (title, body, page_id))


def update_any(cur, page_id, name, title):
    given = {"title": title}
    given[name] = title
    sets = []
    for column, value in given.items():
        sets.append(f"{column} = %s")
    # ruleid: sql/unparameterized
    cur.execute(f"UPDATE pages SET {', '.join(sets)} WHERE id = %s", [*given.values(), page_id])
    sets = [f"{column} = '{value}'" for column, value in zip(COLUMNS, (title, name))]
    # ruleid: sql/unparameterized
    cur.execute(f"UPDATE pages SET {', '.join(sets)} WHERE id = %s", (page_id,))
