from django.db import models
from sqlalchemy import select

from .models import Item, Order, User

KINDS = ("a", "b")


def loops(conn, session, ids, orders):
    users = []
    for user_id in ids:
        # ruleid: sql/n-plus-one
        row = conn.execute("SELECT * FROM users WHERE id = ?", (user_id,)).fetchone()
        users.append(row)
    # ruleid: sql/n-plus-one
    names = [session.query(User).filter_by(id=i).first().name for i in ids]
    for index, order in enumerate(orders):
        # ruleid: sql/n-plus-one
        order.user = session.get(User, order.user_id)
        key = order.customer_id
        # ruleid: sql/n-plus-one
        session.execute(select(User).where(User.id == key)).scalar_one()
    for order in Order.objects.all():
        # ruleid: sql/n-plus-one
        items = Item.objects.filter(order_id=order.id)
        print(items)
    return users, names


def fine(conn, session, ids, orders):
    # ok: sql/n-plus-one
    users = session.query(User).filter(User.id.in_(ids)).all()
    for kind in KINDS:
        # ok: sql/n-plus-one
        conn.execute("SELECT count(*) FROM events WHERE kind = ?", (kind,))
    for batch in batches(ids, 100):
        # ok: sql/n-plus-one
        session.query(User).filter(User.id.in_(batch)).all()
    for attempt in range(3):
        # ok: sql/n-plus-one
        conn.execute("SELECT ?", (attempt,)).fetchone()
    for order in orders:
        # ok: sql/n-plus-one
        conn.execute("UPDATE orders SET seen = 1 WHERE id = ?", (order.id,))
    # ok: sql/n-plus-one
    for user in session.query(User).filter(User.active).all():
        print(user.name)
    # ok: sql/n-plus-one
    return users, [user.name for user in session.query(User).all()]


def each_database(databases):
    for db in databases.values():
        # ok: sql/n-plus-one
        db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")


def settings(retain, labels):
    for label in labels:
        # ok: sql/n-plus-one
        days = retain.objects.get(str(label), retain.default)
    return days


def in_batches(queryset, n):
    batch = 2 * n
    for i in itertools.count(0):
        # ok: sql/n-plus-one
        rows = Comment.objects.all()[i * batch : i * batch + batch]
        if not rows:
            break
        show(rows)


def author_of(conn, post_id):
    # ruleid: sql/n-plus-one
    return conn.execute("SELECT name FROM authors WHERE post_id = ?", (post_id,)).fetchone()


def name_of(conn, post_id, cache):
    if post_id in cache:
        return cache[post_id]
    # ok: sql/n-plus-one
    cache[post_id] = conn.execute("SELECT name FROM names WHERE post_id = ?", (post_id,)).fetchone()
    return cache[post_id]


def names_of(conn, posts, cache):
    return [name_of(conn, post.id, cache) for post in posts]


def title_of(conn, post_id):
    # ok: sql/n-plus-one
    return conn.execute("SELECT title FROM posts WHERE id = ?", (post_id,)).fetchone()


def authors(conn, post_id):
    rows = conn.execute("SELECT id FROM posts LIMIT 10").fetchall()
    return title_of(conn, post_id), [author_of(conn, row[0]) for row in rows]


def dump(connection, tables, ids):
    # ok: sql/n-plus-one
    rows = {table.name: connection.execute(select(table)).all() for table in tables}
    # ruleid: sql/n-plus-one
    names = [connection.execute(select(User).where(User.id == user_id)).first() for user_id in ids]
    return rows, names


def bootstrap_sliders(connection, sliders):
    for slider in sliders:
        # ok: sql/n-plus-one
        connection.execute("SELECT 1 FROM sliders WHERE type = ?", (slider.type,)).fetchone()


def missing_schemas(connection, names):
    for name in names:
        # ok: sql/n-plus-one
        found = connection.execute("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", (name,)).fetchone()
        # ruleid: sql/n-plus-one
        known = connection.execute("SELECT 1 FROM tenants WHERE schema_name = ?", (name,)).fetchone()
        yield name, found, known


# A statement that a variable holds asks for what its function is given, too.
def orders_of(session, user_id):
    statement = select(Order).where(Order.user_id == user_id)
    # ruleid: sql/n-plus-one
    return session.execute(statement).scalars().all()


def all_orders(session, user_ids):
    return [orders_of(session, user_id) for user_id in user_ids]


def newest_item(session, limit):
    statement = select(Item).where(Item.id == 1)
    # ok: sql/n-plus-one
    return session.execute(statement).scalars().all()


def newest_items(session, limits):
    return [newest_item(session, limit) for limit in limits]
