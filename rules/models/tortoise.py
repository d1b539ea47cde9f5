from tortoise.transactions import in_transaction

from .models import Order, User


async def reads(user_id):
    # query: select user where one
    await User.get(id=user_id)
    # query: select user where one
    await User.filter(id=user_id).first()
    # query: select order all limit 10
    await Order.all().limit(10)


async def writes(user_id):
    # query: insert user all sets name
    user = await User.create(name="Ada")
    # query: update user where sets name
    await User.filter(id=user_id).update(name="Ada")
    # query: delete order all
    await Order.all().delete()
    # query: upsert user where
    await user.save()


async def together(user_id):
    async with in_transaction():
        # query: delete order where in transaction
        await Order.filter(user_id=user_id).delete()


def others(names):
    return names.filter("a")
