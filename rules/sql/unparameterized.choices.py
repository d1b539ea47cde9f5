from datetime import datetime

from psycopg import sql


# A choice that asks behind what it lets through.
async def newest(db, sort_by, direction):
    column = sort_by if sort_by in ["created", "title"] else "created"
    # ok: sql/unparameterized
    await db.fetch_all(f"SELECT id FROM pages ORDER BY {column} LIMIT :limit")
    other = sort_by if direction in ["asc", "desc"] else "created"
    # ruleid: sql/unparameterized
    await db.fetch_all(f"SELECT id FROM pages ORDER BY {other} LIMIT :limit")


# A part of a date is a number.
async def this_year(db, form):
    # ok: sql/unparameterized
    await db.fetch_all(f"SELECT id FROM pages WHERE year = {datetime.now().year}")
    # ruleid: sql/unparameterized
    await db.fetch_all(f"SELECT id FROM pages WHERE year = {form.year}")


# One of several constant pieces.
async def sorted_pages(db, sort_by):
    options = {"newest": sql.SQL("created_at DESC"), "title": sql.SQL("title ASC")}
    query = sql.SQL("SELECT id FROM pages ORDER BY ")
    # ok: sql/unparameterized
    query += options.get(sort_by or "newest", options["newest"])
    await db.execute(query)


async def sorted_freely(db, sort_by):
    options = {"newest": sql.SQL("created_at DESC"), "given": sql.SQL(sort_by)}
    query = sql.SQL("SELECT id FROM pages ORDER BY ")
    # ruleid: sql/unparameterized
    query += options.get(sort_by or "newest", options["newest"])
    await db.execute(query)


# A list that is put together with a separator that the function is given, of texts that another function makes of values.
def matching(columns):
    parts = []
    for column in columns:
        parts.append(f"tags ->> '{column.strip()}' = 'yes'")
    return parts


def any_of(columns, operator=" OR "):
    parts = []
    parts.append(f"({' AND '.join(matching(columns))})")
    return operator.join(parts)


def chosen(db, search):
    condition = None
    condition = any_of(columns=search.columns)
    # ruleid: sql/unparameterized
    query = f"SELECT id FROM ways WHERE ({condition})"
    db.execute(query)


# A function that only puts pieces together tells nothing of them.
def joined_pieces(pieces):
    return " OR ".join(pieces)


def found(db, search):
    wanted = joined_pieces(search.pieces)
    # ruleid: sql/unparameterized
    db.execute(f"SELECT id FROM ways WHERE name = {wanted}")


def older(cursor, seconds):
    at = datetime.utcnow() + timedelta(seconds=seconds)
    # ok: sql/unparameterized
    cursor.execute(f"SELECT id FROM jobs WHERE scheduled_at < '{at}'")
    name = at_of(seconds) + suffix
    # ruleid: sql/unparameterized
    cursor.execute(f"SELECT id FROM jobs WHERE name < '{name}'")
