from .models import Expense


def spent(session, user_id):
    # ruleid: sql/limit-on-total
    rows = session.query(Expense).filter_by(user_id=user_id).all()
    return sum(row.amount for row in rows[:50])


def counted(user_id):
    # ruleid: sql/limit-on-total
    recent = list(Expense.objects.filter(user_id=user_id)[:20])
    return {"expense_count": len(recent)}


def everything(session, user_id):
    # ok: sql/limit-on-total
    rows = session.query(Expense).filter_by(user_id=user_id).all()
    return {"items": rows[:20], "total": sum(row.amount for row in rows)}
