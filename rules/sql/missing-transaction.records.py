from sqlalchemy.orm import Session


def twice(session: Session, order_id):
    order = session.get(Order, order_id)
    order.note = "packed"
    session.commit()
    # ruleid: sql/missing-transaction
    session.add(Parcel(order_id=order.id))
    session.commit()


def changed_last(session: Session, order_id):
    order = session.get(Order, order_id)
    session.add(Parcel(order_id=order.id))
    session.commit()
    # ruleid: sql/missing-transaction
    order.note = "packed"
    session.commit()


def once(session: Session, order_id):
    order = session.get(Order, order_id)
    order.note = "packed"
    # ok: sql/missing-transaction
    session.add(Parcel(order_id=order.id))
    session.commit()


# A record in steps.
def steps(session: Session, order_id):
    order = session.get(Order, order_id)
    order.note = "packing"
    session.commit()
    pack(order)
    # ok: sql/missing-transaction
    order.note = "packed"
    session.commit()


# The letters of another word make a table no log.
def blog(session: Session, blog_id, user_id):
    page = session.get(Blog, blog_id)
    page.color = "red"
    session.commit()
    author = session.get(User, user_id)
    # ruleid: sql/missing-transaction
    author.pages = author.pages + [page.id]
    session.commit()


# What a part of a new record is given is no row that was read.
def made(session: Session, order_id):
    order = session.get(Order, order_id)
    session.add(Note(text="packed"))
    session.commit()
    parcel = Parcel()
    # ok: sql/missing-transaction
    parcel.order = order
    session.commit()
