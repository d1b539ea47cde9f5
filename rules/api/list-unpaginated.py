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


@app.get("/drivers")
def drivers(connection):
    cursor = connection.cursor()
    # ruleid: api/list-unpaginated
    cursor.execute("SELECT id, name FROM drivers")
    rows = cursor.fetchall()
    return [{"id": row[0]} for row in rows]


@app.get("/cars")
def cars(connection):
    cursor = connection.cursor()
    # ok: api/list-unpaginated
    cursor.execute("SELECT id, name FROM cars")
    # ruleid: api/list-unpaginated
    cursor.execute("SELECT id, name FROM wheels")
    return cursor.fetchall()


@app.get("/tyres")
def tyres(session: Session = Depends(get_session)):
    result = []
    # ruleid: api/list-unpaginated
    for tyre in session.query(Tyre).all():
        result.append(tyre.name)
    return result


@app.get("/spares")
def spares(session: Session = Depends(get_session)):
    result = []
    # ok: api/list-unpaginated
    for tyre in session.query(Tyre).all():
        if tyre.is_spare:
            result.append(tyre.name)
    return result


@app.get("/usage")
async def usage(session: AsyncSession = Depends(get_session)):
    # ok: api/list-unpaginated
    result = await session.execute(select(minutes_used))
    used = result.scalar()
    return {"used": used}


@app.get("/newest")
async def newest(session: AsyncSession = Depends(get_session)):
    # ok: api/list-unpaginated
    result = await session.execute(select(Post).where(Post.published))
    return result.scalar_one_or_none()


@app.get("/default-group")
async def default_group(session: AsyncSession = Depends(get_session)):
    # ok: api/list-unpaginated
    result = await session.execute(select(Group.name).where(Group.kind == "default"))
    name = result.scalars().one_or_none()
    return name


@app.get("/visible-posts")
async def visible_posts(viewer: Viewer = Depends(get_viewer), session: AsyncSession = Depends(get_session)):
    # What code chooses from, no limit may cut off.
    # ok: api/list-unpaginated
    posts = (await session.execute(select(Post))).scalars().all()
    return list(filter(lambda post: viewer.may_see(post), posts))


@app.get("/books")
def shown_books():
    hidden = session.query(HiddenBook).all()
    # ok: api/list-unpaginated
    return session.query(Book).filter(Book.id.notin_([book.id for book in hidden])).limit(20).all()


@app.get("/db/tables")
def tables(cursor):
    # ok: api/list-unpaginated
    rows = cursor.execute("SELECT table_name FROM information_schema.tables").fetchall()
    return [row[0] for row in rows]


@app.get("/starters")
def starters(session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    questions = session.query(Question).all()
    return random.sample(questions, 3)


@app.get("/newest")
def newest(session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    return list(session.query(User).order_by(User.created_at.desc()).all())[0]


@app.get("/artists")
def artists(ids: list[int], cursor):
    if len(ids) > 100:
        raise HTTPException(400)
    # ok: api/list-unpaginated
    cursor.execute("SELECT id, name FROM artists WHERE id IN %s", (tuple(ids),))
    return [{"id": row[0]} for row in cursor.fetchall()]


@app.get("/labels")
def labels(ids: list[int], cursor):
    if len(ids) > 100:
        log.info("many")
    # ruleid: api/list-unpaginated
    cursor.execute("SELECT id, name FROM labels WHERE id IN %s", (tuple(ids),))
    return [{"id": row[0]} for row in cursor.fetchall()]


# Letters of another word say nothing of what a path is for.
@app.get("/accounts")
def accounts(session: Session = Depends(get_session)):
    # ruleid: api/list-unpaginated
    return session.query(Account).all()


@app.get("/feedbacks")
def feedbacks(session: Session = Depends(get_session)):
    # ruleid: api/list-unpaginated
    return session.query(Feedback).all()


@app.get("/accounts/count")
def number_of_accounts(session: Session = Depends(get_session)):
    # ok: api/list-unpaginated
    return [account.id for account in session.query(Account).all()]
