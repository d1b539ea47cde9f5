from sqlalchemy.orm import Session

from .tables import OrderRow


def reopened(session: Session, order_id):
    # ruleid: structure/sql-outside-repository
    order = session.get(OrderRow, order_id)
    # ok: structure/sql-outside-repository
    order.reopened += 1
    # ok: structure/sql-outside-repository
    order.open = True
    session.commit()
