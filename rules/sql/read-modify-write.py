import sqlite3

from django.db import transaction
from django.db.models import F
from sqlalchemy import select, update

from .models import Account, Product


def django(pk, amount):
    account = Account.objects.get(pk=pk)
    account.balance -= amount
    # ruleid: sql/read-modify-write
    account.save()


def django_assignment(pk, amount):
    account = Account.objects.filter(pk=pk).first()
    account.balance = account.balance + amount
    # ruleid: sql/read-modify-write
    account.save(update_fields=["balance"])


def django_update(pk, amount):
    account = Account.objects.get(pk=pk)
    # ruleid: sql/read-modify-write
    Account.objects.filter(pk=pk).update(balance=account.balance + amount)
    # ok: sql/read-modify-write
    Account.objects.filter(pk=pk).update(balance=F("balance") + amount)


def django_plain_transaction(pk, amount):
    with transaction.atomic():
        account = Account.objects.get(pk=pk)
        account.balance -= amount
        # ruleid: sql/read-modify-write
        account.save()


def django_locked(pk, amount):
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=pk)
        account.balance -= amount
        # ok: sql/read-modify-write
        account.save()


def django_expression(pk, amount):
    account = Account.objects.get(pk=pk)
    account.balance = F("balance") - amount
    # ok: sql/read-modify-write
    account.save()


def django_other_fields(pk, name):
    account = Account.objects.get(pk=pk)
    account.name = name
    account.slug = name.lower() + "-" + str(pk)
    # ok: sql/read-modify-write
    account.save()


def alchemy(session, account_id, amount):
    account = session.get(Account, account_id)
    # ruleid: sql/read-modify-write
    account.balance -= amount
    session.commit()


def alchemy_query(db, account_id, amount):
    account = db.query(Account).filter(Account.id == account_id).first()
    account.balance = account.balance + amount
    # ruleid: sql/read-modify-write
    db.add(account)
    db.commit()


def alchemy_locked(session, account_id, amount):
    account = session.execute(select(Account).where(Account.id == account_id).with_for_update()).scalar_one()
    # ok: sql/read-modify-write
    account.balance -= amount
    session.commit()


def alchemy_expression(session, account_id, amount):
    # ok: sql/read-modify-write
    session.execute(update(Account).where(Account.id == account_id).values(balance=Account.balance - amount))
    session.commit()


def alchemy_not_written(session, account_id, amount):
    account = session.get(Account, account_id)
    # ok: sql/read-modify-write
    account.balance -= amount
    return account.balance


def cursor(conn: sqlite3.Connection, product_id):
    row = conn.execute("SELECT stock, name FROM products WHERE id = ?", (product_id,)).fetchone()
    # ruleid: sql/read-modify-write
    conn.execute("UPDATE products SET stock = ? WHERE id = ?", (row[0] - 1, product_id))


def separate_fetch(conn, product_id, amount):
    cur = conn.cursor()
    cur.execute("SELECT stock FROM products WHERE id = %s", (product_id,))
    stock = cur.fetchone()[0]
    stock = stock - amount
    # ruleid: sql/read-modify-write
    cur.execute("UPDATE products SET stock = %s WHERE id = %s", (stock, product_id))


def immediate(conn: sqlite3.Connection, product_id):
    conn.execute("BEGIN IMMEDIATE")
    row = conn.execute("SELECT stock FROM products WHERE id = ?", (product_id,)).fetchone()
    # ok: sql/read-modify-write
    conn.execute("UPDATE products SET stock = ? WHERE id = ?", (row[0] - 1, product_id))
    conn.commit()


def atomic(conn: sqlite3.Connection, product_id):
    row = conn.execute("SELECT stock FROM products WHERE id = ?", (product_id,)).fetchone()
    if row[0] < 1:
        raise ValueError("sold out")
    # ok: sql/read-modify-write
    conn.execute("UPDATE products SET stock = stock - 1 WHERE id = ?", (product_id,))


def compared(conn: sqlite3.Connection, product_id):
    row = conn.execute("SELECT stock FROM products WHERE id = ?", (product_id,)).fetchone()
    # ok: sql/read-modify-write
    conn.execute("UPDATE products SET stock = ? WHERE id = ? AND stock = ?", (row[0] - 1, product_id, row[0]))


def other_columns(conn: sqlite3.Connection, product_id):
    row = conn.execute("SELECT price, tax FROM products WHERE id = ?", (product_id,)).fetchone()
    # ok: sql/read-modify-write
    conn.execute("UPDATE products SET gross = ? WHERE id = ?", (row[0] + row[1], product_id))


def guarded(lock, conn, product_id):
    with lock:
        row = conn.execute("SELECT stock FROM products WHERE id = ?", (product_id,)).fetchone()
        # ok: sql/read-modify-write
        conn.execute("UPDATE products SET stock = ? WHERE id = ?", (row[0] - 1, product_id))


@immediate_atomic(using="default")
def sell_alone(product_id, amount):
    product = Product.objects.get(id=product_id)
    product.stock -= amount
    # ok: sql/read-modify-write
    product.save()
