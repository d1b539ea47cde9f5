from sqlalchemy import delete, func, insert, select, text, update

from .models import Order, User


def reads(session, user_id):
    session.get(User, user_id)
    session.query(User).filter(User.id == user_id).first()
    session.query(Order).limit(10).all()
    session.execute(select(User).where(User.id == user_id)).scalar_one()
    session.execute(select(func.sum(Order.amount))).scalar()
    session.execute(text("SELECT id FROM users WHERE id = :id"), {"id": user_id})


def writes(session, user_id, user):
    session.add(user)
    session.execute(update(User).where(User.id == user_id).values(name="Ada"))
    session.execute(update(User).values(active=False))
    session.execute(insert(User).values(name="Ada"))
    session.query(Order).delete()
    session.execute(delete(Order).where(Order.user_id == user_id))
    session.delete(user)


def together(engine, user_id):
    with engine.begin() as connection:
        connection.execute(update(User).where(User.id == user_id).values(name="Ada"))


def others(names, cache):
    names.add("a")
    cache.get("a")
