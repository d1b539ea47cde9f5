from tortoise.transactions import in_transaction

from .models import Order, User


async def reads(user_id):
    await User.get(id=user_id)
    await User.filter(id=user_id).first()
    await Order.all().limit(10)


async def writes(user_id):
    user = await User.create(name="Ada")
    await User.filter(id=user_id).update(name="Ada")
    await Order.all().delete()
    await user.save()


async def together(user_id):
    async with in_transaction():
        await Order.filter(user_id=user_id).delete()


def others(names):
    return names.filter("a")
