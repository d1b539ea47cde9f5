from django.db import connection, transaction
from django.db.models import Count

from .models import Order, User


def reads(user_id):
    User.objects.get(pk=user_id)
    User.objects.filter(pk=user_id).first()
    list(User.objects.all())
    list(Order.objects.order_by("id")[:10])
    Order.objects.aggregate(Count("id"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM users WHERE id = %s", [user_id])


def writes(user_id):
    user = User.objects.create(name="Ada")
    User.objects.filter(pk=user_id).update(name="Ada")
    User.objects.update(active=False)
    Order.objects.all().delete()
    user.save()


def together(user_id):
    with transaction.atomic():
        Order.objects.filter(user_id=user_id).delete()


def others(form, names):
    names.filter("a")
    super().save()
