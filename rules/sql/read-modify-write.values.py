from sqlalchemy import create_engine, text

engine = create_engine("postgresql://")


def scalar(pk):
    with engine.begin() as connection:
        left = connection.execute(text("SELECT count FROM stock WHERE id = :id"), {"id": pk}).scalar()
        # ruleid: sql/read-modify-write
        connection.execute(text("UPDATE stock SET count = :count WHERE id = :id"), {"count": left - 1, "id": pk})


def named(pk):
    with engine.begin() as connection:
        left = connection.execute(text("SELECT count FROM stock WHERE id = :id"), dict(id=pk)).scalar_one()
        # ruleid: sql/read-modify-write
        connection.execute(text("UPDATE stock SET count = :count WHERE id = :id"), dict(count=left - 1, id=pk))


def held(pk):
    with engine.begin() as connection:
        left = connection.execute(text("SELECT count FROM stock WHERE id = :id FOR UPDATE"), {"id": pk}).scalar()
        # ok: sql/read-modify-write
        connection.execute(text("UPDATE stock SET count = :count WHERE id = :id"), {"count": left - 1, "id": pk})


def other(pk):
    with engine.begin() as connection:
        left = connection.execute(text("SELECT count FROM stock WHERE id = :id"), {"id": pk}).scalar()
        # ok: sql/read-modify-write
        connection.execute(text("UPDATE stock SET ordered = :count WHERE id = :id"), {"count": left - 1, "id": pk})
