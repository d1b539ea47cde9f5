from django.db import models


class Order(models.Model):
    pass


class Line(models.Model):
    pass


# Whoever calls it has a transaction.
def place(user, lines):
    order = Order.objects.create(user=user)
    # ok: sql/missing-transaction
    Line.objects.bulk_create(lines)
    return order


# One that calls what has one.
def place_gift(user, lines):
    order = Order.objects.create(user=user, gift=True)
    # ok: sql/missing-transaction
    Line.objects.bulk_create(lines)
    return order


# Only one of the two calls stands in one.
def cancel(order):
    Line.objects.filter(order=order).delete()
    # ruleid: sql/missing-transaction
    Order.objects.filter(pk=order.pk).delete()


# Nobody calls it.
def archive(order):
    Line.objects.filter(order=order).delete()
    # ruleid: sql/missing-transaction
    Order.objects.filter(pk=order.pk).update(archived=True)


# They only call each other.
def settle(order, rest):
    Line.objects.filter(order=order).delete()
    # ruleid: sql/missing-transaction
    Order.objects.filter(pk=order.pk).delete()
    if rest:
        settle(rest[0], rest[1:])
