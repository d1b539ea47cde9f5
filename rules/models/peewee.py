from peewee import fn

from .models import Order, User, db


def reads(user_id):
    # query: select user where one
    User.get_by_id(user_id)
    # query: select user where one
    User.select().where(User.id == user_id).first()
    # query: select order all limit 10
    Order.select().order_by(Order.id).limit(10)
    # query: select order all one aggregate
    Order.select(fn.SUM(Order.cents)).scalar()


def writes(user_id):
    # query: insert user all sets name
    user = User.create(name="Ada")
    # query: update user where sets name
    User.update(name="Ada").where(User.id == user_id).execute()
    # query: delete order all
    Order.delete().execute()
    # query: upsert user where
    user.save()
    # query: delete user where
    user.delete_instance()


def together(user_id):
    with db.atomic():
        # query: delete order where in transaction
        Order.delete().where(Order.user == user_id).execute()


def others(names):
    return names.select("a")


def together_with(path, user_id):
    with open(path) as log, db.atomic() as transaction:
        # query: insert order all sets user in transaction
        Order.create(user=user_id)
