import sqlite3

connection = sqlite3.connect("shop.db")


def carts(email):
    # SQLite and MySQL take double quotes around a text.
    # ruleid: sql/unparameterized
    return connection.execute('SELECT id FROM carts WHERE email = "{}"'.format(email)).fetchall()


def add(email, product):
    # ruleid: sql/unparameterized
    connection.execute('INSERT INTO carts VALUES ("%s", "%s")' % (email, product))


def rename(old, new):
    # ruleid: sql/unparameterized
    connection.execute(f'UPDATE carts SET name = "{new}" WHERE name LIKE "{old}%"')


def column_of(table, column):
    # ok: sql/unparameterized
    return connection.execute(f'SELECT "{column}" FROM "{table}" ORDER BY "{column}"').fetchall()
