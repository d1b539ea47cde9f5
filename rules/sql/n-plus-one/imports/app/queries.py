from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Loan, Member


def get_member(db: Session, member_id: int):
    # ruleid: sql/n-plus-one
    return db.query(Member).filter(Member.id == member_id).first()


def loans_of(db: Session, member_id: int):
    # ruleid: sql/n-plus-one
    return db.execute(select(Loan).where(Loan.member_id == member_id)).scalars().all()


def by_email(db: Session, email: str):
    # ok: sql/n-plus-one
    return db.query(Member).filter(Member.email == email).first()


def get_members(db: Session, ids: list[int]):
    # ok: sql/n-plus-one
    return db.query(Member).filter(Member.id.in_(ids)).all()


def get_owner(db: Session, owner_id: int):
    # ok: sql/n-plus-one
    return db.query(Member).filter(Member.id == owner_id).first()
