from app import queries
from app.queries import by_email, get_member, get_members, get_owner


def remind(db, member_ids):
    for member_id in member_ids:
        print(get_member(db, member_id).email)
    return [queries.loans_of(db, member_id) for member_id in member_ids]


def find(db, email, member_ids):
    return by_email(db, email), get_members(db, member_ids)


def apply(db, loan, changes):
    for field, value in changes.items():
        if field == "owner_id":
            loan.owner = get_owner(db, value)
        else:
            setattr(loan, field, value)
