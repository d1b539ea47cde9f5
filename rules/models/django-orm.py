from django.db import connection, transaction
from django.db.models import Count

from .models import Order, User


def reads(user_id):
    # query: select user where one
    User.objects.get(pk=user_id)
    # query: select user where one
    User.objects.filter(pk=user_id).first()
    # query: select user all
    list(User.objects.all())
    # query: select order all limit 10
    list(Order.objects.order_by("id")[:10])
    # query: select order all aggregate
    Order.objects.aggregate(Count("id"))
    with connection.cursor() as cursor:
        # query: select users where
        cursor.execute("SELECT id FROM users WHERE id = %s", [user_id])


def writes(user_id):
    # query: insert user all sets name
    user = User.objects.create(name="Ada")
    # query: update user where sets name
    User.objects.filter(pk=user_id).update(name="Ada")
    # query: update user all sets active
    User.objects.update(active=False)
    # query: delete order all
    Order.objects.all().delete()
    # query: upsert user where
    user.save()


def together(user_id):
    with transaction.atomic():
        # query: delete order where in transaction
        Order.objects.filter(user_id=user_id).delete()


def others(form, names):
    names.filter("a")
    super().save()
