import sqlalchemy
from sqlalchemy import delete, func, insert, select, text, update

from .models import Order, User


def reads(session, user_id):
    # query: select user where one in transaction
    session.get(User, user_id)
    # query: select user where one in transaction
    session.query(User).filter(User.id == user_id).first()
    # query: select order all limit 10 in transaction
    session.query(Order).limit(10).all()
    # query: select user where one in transaction
    session.execute(select(User).where(User.id == user_id)).scalar_one()
    # query: select ? all one aggregate in transaction
    session.execute(select(func.sum(Order.amount))).scalar()
    # query: select users where in transaction
    session.execute(text("SELECT id FROM users WHERE id = :id"), {"id": user_id})


def writes(session, user_id, user):
    # query: insert user all in transaction
    session.add(user)
    # query: update user where sets name in transaction
    session.execute(update(User).where(User.id == user_id).values(name="Ada"))
    # query: update user all sets active in transaction
    session.execute(update(User).values(active=False))
    # query: insert user all sets name in transaction
    session.execute(insert(User).values(name="Ada"))
    # query: delete order all in transaction
    session.query(Order).delete()
    # query: delete order where in transaction
    session.execute(delete(Order).where(Order.user_id == user_id))
    # query: delete user where in transaction
    session.delete(user)


async def tables(database, notes, note_id):
    # query: select notes all limit 20 in transaction
    await database.fetch_all(notes.select().limit(20))
    # query: select notes where one in transaction
    await database.fetch_one(notes.select().where(notes.c.id == note_id))
    # query: update notes where sets title in transaction
    await database.execute(notes.update().where(notes.c.id == note_id).values(title="x"))
    # query: delete notes all in transaction
    await database.execute(sqlalchemy.delete(notes))


def together(engine, user_id):
    with engine.begin() as connection:
        # query: update user where sets name in transaction
        connection.execute(update(User).where(User.id == user_id).values(name="Ada"))


def others(names, cache):
    names.add("a")
    cache.get("a")
