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


def listed(user_id, limit):
    count = 0
    # ok: sql/limit-on-total
    for expense in Expense.objects.filter(user_id=user_id)[:limit]:
        write(expense)
        count += 1
    print(f"Listed {count} expenses")


def answered(user_id, limit):
    count = 0
    # ruleid: sql/limit-on-total
    for expense in Expense.objects.filter(user_id=user_id)[:100]:
        count += 1
    return {"count": count}


def logged(user_id):
    # ok: sql/limit-on-total
    recent = list(Expense.objects.filter(user_id=user_id)[:20])
    logger.debug("read", count=len(recent))
    return recent


def days_in_a_row(user_id):
    count = 0
    # ok: sql/limit-on-total
    for expense in Expense.objects.filter(user_id=user_id).order_by("-day")[:100]:
        if expense.amount > 10:
            count += 1
        else:
            break
    return count


def any_left(user_id):
    # ok: sql/limit-on-total
    found = Expense.objects.filter(user_id=user_id)[:1000]
    if not found.exists():
        return None
    return found


def page_with_its_size(session, limit):
    # ok: sql/limit-on-total
    events = session.query(Event).order_by(Event.id).limit(limit).all()
    return {"count": len(events), "events": [event.name for event in events]}


def size_called_total(session, limit):
    # ruleid: sql/limit-on-total
    expenses = session.query(Expense).order_by(Expense.id).limit(limit).all()
    return {"total": len(expenses), "expenses": [expense.name for expense in expenses]}
