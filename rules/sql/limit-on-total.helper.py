from db import query


def total():
    # ruleid: sql/limit-on-total
    rows = query("SELECT votes FROM articles ORDER BY id DESC LIMIT 50")
    return sum(row["votes"] for row in rows)


def names():
    # ok: sql/limit-on-total
    rows = query("SELECT name FROM articles ORDER BY id DESC LIMIT 50")
    return [row["name"] for row in rows]
