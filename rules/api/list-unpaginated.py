from fastapi import FastAPI
from sqlalchemy import select

app = FastAPI()


@app.get("/users")
def users(session: Session = Depends(get_session)):
    # ruleid: api/list-unpaginated
    return session.query(User).all()


@app.get("/posts")
def posts(session: Session = Depends(get_session)):
    # ruleid: api/list-unpaginated
    result = session.execute(select(Post).where(Post.published)).scalars().all()
    return {"posts": result}


@app.get("/orders")
def orders(cursor):
    # ruleid: api/list-unpaginated
    rows = cursor.execute("SELECT id, total FROM orders").fetchall()
    return [{"id": row[0]} for row in rows]


@app.get("/paged")
def paged(skip: int = 0, limit: int = 50, session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    return session.query(User).offset(skip).limit(limit).all()


@app.get("/users/{user_id}")
def user(user_id: int, session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    return session.query(User).filter(User.id == user_id).first()


@app.get("/users/export")
def export(session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    return session.query(User).all()


@app.post("/users")
def create(session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    return session.query(User).all()
