from contextlib import contextmanager

import psycopg


@contextmanager
def cursor():
    with psycopg.connect("dbname=vans") as connection:
        with connection.cursor() as made:
            yield made


def retire(van):
    with cursor() as rows:
        rows.execute("UPDATE vans SET retired = true WHERE id = %s", (van,))
        # ok: sql/missing-transaction
        rows.execute("DELETE FROM rides WHERE van_id = %s", (van,))


# Of the connections of this file, only these commit each statement.
def swap(van, other):
    with psycopg.connect("dbname=vans", autocommit=True) as connection:
        connection.execute("UPDATE rides SET van_id = %s WHERE van_id = %s", (other, van))
        # ruleid: sql/missing-transaction
        connection.execute("UPDATE vans SET swapped = now() WHERE id = %s", (van,))


def swap_together(van, other):
    with psycopg.connect("dbname=vans", autocommit=True) as connection:
        with connection.transaction():
            connection.execute("UPDATE rides SET van_id = %s WHERE van_id = %s", (other, van))
            # ok: sql/missing-transaction
            connection.execute("UPDATE vans SET swapped = now() WHERE id = %s", (van,))
