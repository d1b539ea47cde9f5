import sqlite3
from django.db import models


def open_orders(user_id):
    connection = sqlite3.connect("orders.db")
    # ruleid: structure/sql-outside-repository
    return connection.execute("SELECT id FROM orders WHERE user_id = ?", (user_id,)).fetchall()


def closed_orders(user_id):
    from .models import Order

    # ruleid: structure/sql-outside-repository
    return Order.objects.filter(user=user_id, open=False)
