import sqlite3

from django.db import models
from sqlalchemy import select

from .models import Order


def raw(conn: sqlite3.Connection, user_id):
    # ruleid: sql/limit-on-total
    rows = conn.execute("SELECT amount FROM orders WHERE user_id = ? LIMIT 100", (user_id,)).fetchall()
    total = sum(row[0] for row in rows)
    # ruleid: sql/limit-on-total
    expenses = conn.execute("SELECT category, amount FROM expenses ORDER BY id DESC LIMIT 500").fetchall()
    by_category = {}
    for category, amount in expenses:
        by_category[category] += amount
    # ok: sql/limit-on-total
    top = conn.execute("SELECT name FROM products ORDER BY sold DESC LIMIT 10").fetchall()
    # ruleid: sql/limit-on-total
    conn.execute("SELECT COUNT(*) FROM orders LIMIT 50")
    # ok: sql/limit-on-total
    conn.execute("SELECT SUM(amount) FROM orders")
    # ruleid: sql/limit-on-total
    conn.execute("SELECT SUM(amount) FROM (SELECT amount FROM orders ORDER BY id LIMIT 100)")
    # ok: sql/limit-on-total
    everything = conn.execute("SELECT amount FROM orders").fetchall()
    return total, by_category, top, sum(amount for (amount,) in everything)


def alchemy(session, user_id):
    # ruleid: sql/limit-on-total
    orders = session.query(Order).filter(Order.user_id == user_id).limit(50).all()
    revenue = 0
    for order in orders:
        revenue += order.amount
    statement = select(Order).limit(100)
    # ruleid: sql/limit-on-total
    recent = session.execute(statement).scalars().all()
    stats = {"total_orders": len(recent)}
    # ok: sql/limit-on-total
    page = session.query(Order).limit(20).offset(40).all()
    count = session.query(Order).count()
    if len(page) == 0:
        return None
    return revenue, stats, page, count


def django(user_id):
    # ruleid: sql/limit-on-total
    orders = Order.objects.filter(user_id=user_id)[:100]
    total = sum(order.amount for order in orders)
    # ok: sql/limit-on-total
    latest = Order.objects.order_by("-id")[:10]
    # ok: sql/limit-on-total
    whole = sum(order.amount for order in Order.objects.filter(user_id=user_id))
    return total, latest, whole


def beside_the_page(user_id):
    query = Order.query.filter(Order.user_id == user_id)
    query = query.order_by(Order.id)
    # ok: sql/limit-on-total
    return query.limit(10).all(), query.count()


def before_the_page(q):
    query = Category.query.filter(Category.title == q)
    total_count = query.count()
    # ok: sql/limit-on-total
    query = query.limit(10)
    return {"categories": [c.title for c in query], "total": total_count}


def recent_mean(signature, window):
    # ok: sql/limit-on-total
    values = Datum.objects.filter(signature=signature).order_by("-pushed")[:window]
    return sum(v.value for v in values) / len(values)


def in_steps(session, total_articles):
    for _ in range(0, total_articles, ITERATION_STEP):
        # ok: sql/limit-on-total
        articles = session.query(Article).limit(ITERATION_STEP).all()
        show(articles, total=len(articles))


def by_cursor(cursor):
    # ruleid: sql/limit-on-total
    cursor.execute("SELECT category, amount FROM expenses LIMIT 100")
    total = 0
    for category, amount in cursor.fetchall():
        total += amount
    # ok: sql/limit-on-total
    cursor.execute("SELECT category FROM expenses LIMIT 100")
    names = [category for (category,) in cursor.fetchall()]
    cursor.execute("SELECT amount FROM expenses")
    whole = sum(amount for (amount,) in cursor.fetchall())
    return total, names, whole


def by_dictionary(session):
    # ruleid: sql/limit-on-total
    rows = session.query(Expense).limit(500).all()
    by_category = {}
    for row in rows:
        by_category[row.category] = by_category.get(row.category, 0) + row.amount
    return by_category


def by_comprehension(session):
    # ruleid: sql/limit-on-total
    rows = session.query(Expense).limit(500).all()
    amounts = [row.amount for row in rows]
    return sum(amounts)


def fill_feed(papers):
    # ok: sql/limit-on-total
    newest = Paper.objects.order_by("-published")[:100]
    created_count = 0
    entries = []
    for paper in newest:
        entries.append(Entry(paper=paper))
        created_count += 1
    Entry.objects.bulk_create(entries)
    return created_count


def by_name(cursor):
    # ruleid: sql/limit-on-total
    cursor.execute("SELECT size FROM files LIMIT 100")
    total = 0
    for row in cursor.fetchall():
        total += row["size"]
    return total


def told(cursor):
    # How many were read is not how many there are.
    # ok: sql/limit-on-total
    cursor.execute("SELECT size FROM files LIMIT 100")
    rows = cursor.fetchall()
    return {"rows": rows, "num_rows": len(rows)}


def newest(session):
    newest = select(Item.price).order_by(Item.id.desc()).limit(10).subquery()
    # ruleid: sql/limit-on-total
    return session.scalar(select(func.sum(newest.c.price)))


def enqueue(limit, pace):
    # How many were sent tells when to rest, and nobody else.
    # ok: sql/limit-on-total
    songs = Song.objects.filter(state="new")[:1000]
    valid_count = 0
    for song in songs:
        if not dispatch(song.pk):
            continue
        valid_count += 1
        if pace and valid_count % pace == 0:
            time.sleep(61)


def firsts(session, limit):
    # ok: sql/limit-on-total
    rows = session.query(Song).limit(5000).all()
    row_count = 0
    found = []
    for row in rows:
        found.append(row.title)
        row_count += 1
        if limit and row_count >= limit:
            return found
    return found


# Counted once for each way to print them, and only told.
def printed(session, as_csv):
    # ok: sql/limit-on-total
    songs = session.query(Song).limit(50).all()
    count = 0
    if as_csv:
        for song in songs:
            print(song.title)
            count += 1
        print(f"{count} songs")
        return 0
    for song in songs:
        print(song.name)
        count += 1
    print(f"{count} songs")
    return 0
