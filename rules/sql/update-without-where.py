from django.db import connection
from sqlalchemy import delete, update

from .models import Token, User


def raw(cursor, user_id):
    # ruleid: sql/update-without-where
    cursor.execute("UPDATE users SET active = 0")
    # ok: sql/update-without-where
    cursor.execute("UPDATE users SET active = 0 WHERE id = %s", (user_id,))
    # ruleid: sql/update-without-where
    cursor.execute("DELETE FROM tokens")
    clause = " WHERE id = %s" if user_id else ""
    # ok: sql/update-without-where
    cursor.execute("DELETE FROM tokens" + clause)


def alchemy(session, user_id):
    # ruleid: sql/update-without-where
    session.query(Token).delete()
    # ok: sql/update-without-where
    session.query(Token).filter(Token.user_id == user_id).delete()
    # ruleid: sql/update-without-where
    session.execute(delete(Token))
    # ok: sql/update-without-where
    session.execute(delete(Token).where(Token.user_id == user_id))
    statement = update(User).values(active=False)
    # ruleid: sql/update-without-where
    session.execute(statement)
    query = session.query(Token)
    if user_id:
        query = query.filter(Token.user_id == user_id)
    # ok: sql/update-without-where
    query.delete()
    # ok: sql/update-without-where
    session.delete(session.get(Token, user_id))


def django(user_id):
    # ruleid: sql/update-without-where
    Token.objects.all().delete()
    # ok: sql/update-without-where
    Token.objects.filter(user_id=user_id).delete()
    # ruleid: sql/update-without-where
    User.objects.update(active=False)
    # ok: sql/update-without-where
    User.objects.exclude(pk=user_id).update(active=False)


def upgrade_schema(cursor):
    cursor.execute("ALTER TABLE history ADD COLUMN section INTEGER")
    # ok: sql/update-without-where
    cursor.execute("UPDATE history SET section = 0")


def delete_login_log(cursor):
    # ok: sql/update-without-where
    cursor.execute("DELETE FROM user_login")


def update_timestamps_for_all_objects(cursor, now):
    # ok: sql/update-without-where
    cursor.execute("UPDATE credentials SET changed = %s", (now,))


def own_query(project, bill_id):
    # ok: sql/update-without-where
    return Bill.query.delete(project, bill_id)


def copy_tables(db, tables):
    for table in tables:
        db.execute("CREATE TABLE {table}_copy AS SELECT * FROM {table}".format(table=table))
        # ok: sql/update-without-where
        db.execute("UPDATE {table}_copy SET id = id + 100".format(table=table))


def pieces(db, comment_id):
    # ok: sql/update-without-where
    db.execute(["UPDATE comments SET", "    mode=1", "WHERE id=? AND mode=2"], (comment_id,))


async def save_rows(session, rows):
    # Each row of values names the row that it is for.
    # ok: sql/update-without-where
    await session.execute(update(User), rows)
    # ok: sql/update-without-where
    await session.execute(update(User), [{"id": row.id, "active": row.active} for row in rows])
    # ruleid: sql/update-without-where
    await session.execute(update(User), {"active": False})


def forget(cursor, service, delete_all=False):
    if delete_all:
        # ok: sql/update-without-where
        cursor.execute("DELETE FROM lookups")
    else:
        # ruleid: sql/update-without-where
        cursor.execute("DELETE FROM hits")


def forget_library(session):
    # ok: sql/update-without-where
    session.query(Download).delete()
    session.query(ArchivedBook).delete()
    session.query(ReadBook).delete()
    session.query(Shelf).delete()
    session.query(Bookmark).delete()


def set_apart(session, area_id):
    # What one row is to have, all others lose.
    # ok: sql/update-without-where
    session.execute(update(Area).values(is_default=False))
    session.execute(update(Area).where(Area.id == area_id).values(is_default=True))


def freeze(cursor):
    # ok: sql/update-without-where
    cursor.execute("UPDATE globals SET frozen = 1")
    # ok: sql/update-without-where
    cursor.execute("UPDATE events_mark SET mark = %s", (now(),))
    # ruleid: sql/update-without-where
    cursor.execute("UPDATE areas SET frozen = 1")


def cleanup(session):
    # ok: sql/update-without-where
    session.query(Price).delete()


def set_shown(session, theme_id):
    # ok: sql/update-without-where
    session.execute(update(Theme).values(is_shown=False))
    session.execute(update(Theme).where(Theme.id == theme_id).values(is_shown=True))


def hide(session, theme_id):
    # ruleid: sql/update-without-where
    session.execute(update(Theme).values(is_shown=False))
    session.execute(update(Theme).where(Theme.id == theme_id).values(is_shown=False))
