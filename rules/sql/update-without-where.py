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
