from django.db import transaction

from . import service
from .service import cancel


def checkout(user, lines):
    with transaction.atomic():
        return service.place(user, lines)


@transaction.atomic
def checkout_gift(user, lines):
    return give(user, lines)


def give(user, lines):
    return service.place_gift(user, lines)


def undo(order):
    with transaction.atomic():
        cancel(order)


def undo_all(orders):
    for order in orders:
        cancel(order)
