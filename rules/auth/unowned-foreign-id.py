from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session

app = FastAPI()


@app.post("/tasks")
def create_task(body: TaskCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    # ruleid: auth/unowned-foreign-id
    session.add(Task(title=body.title, project_id=body.project_id))
    session.commit()


@app.post("/checked")
def checked(body: TaskCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    project = session.query(Project).filter_by(id=body.project_id, owner_id=user.id).first()
    if project is None:
        raise HTTPException(404)
    # ok: auth/unowned-foreign-id
    session.add(Task(title=body.title, project_id=body.project_id))
    session.commit()


@app.post("/helped")
def helped(body: TaskCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    ensure_project_access(user, body.project_id)
    # ok: auth/unowned-foreign-id
    session.add(Task(title=body.title, project_id=body.project_id))
    session.commit()


@app.post("/projects/{project_id}/tasks")
def nested(project_id: int, body: TaskCreate, session: Session = Depends(get_session)):
    # ok: auth/unowned-foreign-id
    session.add(Task(title=body.title, project_id=project_id))
    session.commit()


@app.post("/built")
def built(body: TaskCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    task = Task(title=body.title, author=user, project_id=body.project_id)
    # ruleid: auth/unowned-foreign-id
    session.add(task)
    session.commit()


@app.post("/built-after-a-check")
def built_after_a_check(body: TaskCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    ensure_project_access(user, body.project_id)
    task = Task(title=body.title, project_id=body.project_id)
    # ok: auth/unowned-foreign-id
    session.add(task)
    session.commit()


@app.post("/listed")
async def listed(request: Request, user: User = Depends(current_user)):
    data = await request.json()
    card_id = data.get("card_id") if data.get("method") == "card" else None
    values = (user.id, card_id)
    # ruleid: auth/unowned-foreign-id
    cursor.execute("INSERT INTO payments (payer, card_id) VALUES (%s, %s)", values)


# What another service calls its things by is nobody's here.
@app.post("/sheets")
def link_sheet(body: SheetCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    # ok: auth/unowned-foreign-id
    session.add(Link(owner=user, google_sheet_id=body.google_sheet_id))
    session.commit()


# A row's own key is no other's, and what only refers to the row stores no id.
@app.post("/agents")
def add_agent(body: AgentCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    agent = Agent(agent_id=body.agent_id, title=body.title)
    # ok: auth/unowned-foreign-id
    session.add(agent)
    robot = Robot(project_id=body.project_id)
    # ok: auth/unowned-foreign-id
    session.add(Policy(robot=robot))
    session.commit()


# That the row exists says nothing of whose it is; a session with the database is no user's.
@app.post("/existing")
def existing(body: TaskCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    project = session.get(Project, body.project_id)
    if project is None:
        raise HTTPException(404)
    # ruleid: auth/unowned-foreign-id
    session.add(Task(title=body.title, project_id=body.project_id, author=user.id))
    session.commit()


class NoteBase(BaseModel):
    text: str
    project_id: int


class NoteCreate(NoteBase):
    color: str


@app.post("/whole")
def whole(body: NoteCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    note = Note(**body.model_dump())
    # ruleid: auth/unowned-foreign-id
    session.add(note)
    session.commit()


@app.post("/whole/checked")
def whole_checked(body: NoteCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    project = session.query(Project).filter_by(id=body.project_id, owner_id=user.id).first()
    if project is None:
        raise HTTPException(404)
    # ok: auth/unowned-foreign-id
    session.add(Note(**body.model_dump()))
    session.commit()


@app.post("/whole/helped")
def whole_helped(body: NoteCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    check_access(user, body)
    # ok: auth/unowned-foreign-id
    session.add(Note(**body.dict()))
    session.commit()


@app.post("/whole/without")
def whole_without(body: NoteCreate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    # ok: auth/unowned-foreign-id
    session.add(Note(**body.dict(exclude={"project_id"})))
    session.commit()


@app.put("/tasks/{task_id}/team")
def moved(task_id: int, body: TaskUpdate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    task = session.query(Task).filter_by(id=task_id, owner_id=user.id).first()
    # ruleid: auth/unowned-foreign-id
    task.team_id = body.team_id
    session.commit()


@app.post("/tasks/{task_id}/moved")
def moved_and_added(task_id: int, body: Move, session: Session = Depends(get_session), user: User = Depends(current_user)):
    task = session.query(Task).filter_by(id=task_id, owner_id=user.id).first()
    task.team_id = body.team_id
    # ruleid: auth/unowned-foreign-id
    session.add(task)
    session.commit()


@app.post("/tasks/{task_id}/checked")
def checked_and_added(task_id: int, body: Move, session: Session = Depends(get_session), user: User = Depends(current_user)):
    task = session.query(Task).filter_by(id=task_id, owner_id=user.id).first()
    team = session.query(Team).filter_by(id=body.team_id, owner_id=user.id).one()
    task.team_id = body.team_id
    task.title = body.title
    # ok: auth/unowned-foreign-id
    session.add(task)
    session.commit()
    return team.id


@app.put("/tasks/{task_id}/licence")
def licensed(task_id: int, body: TaskUpdate, session: Session = Depends(get_session), user: User = Depends(current_user)):
    task = session.query(Task).filter_by(id=task_id, owner_id=user.id).first()
    # ok: auth/unowned-foreign-id
    task.license_id = body.license_id
    session.commit()


# Who is told by what stands before the handler may do what a query by his id finds.
@app.post("/loads")
async def load(body: LoadCreate, captain: Captain, conn=Depends(connection)):
    ship = await conn.fetchrow("SELECT id FROM ships WHERE id = $1 AND captain_id = $2", body.ship_id, captain["id"])
    if ship is None:
        raise HTTPException(404)
    # ok: auth/unowned-foreign-id
    await conn.execute("INSERT INTO loads (ship_id, tons) VALUES ($1, $2)", body.ship_id, body.tons)


@app.post("/any-loads")
async def load_any(body: LoadCreate, captain: Captain, conn=Depends(connection)):
    ship = await conn.fetchrow("SELECT id FROM ships WHERE id = $1", body.ship_id)
    if ship is None:
        raise HTTPException(404)
    # ruleid: auth/unowned-foreign-id
    await conn.execute("INSERT INTO loads (ship_id, tons) VALUES ($1, $2)", body.ship_id, body.tons)


@app.put("/loads/{load_id}/ship")
async def change_ship(load_id: int, captain: Captain, ship_id: int = Query(), conn=Depends(connection)):
    # ruleid: auth/unowned-foreign-id
    await conn.execute("UPDATE loads SET ship_id = $1 WHERE id = $2", ship_id, load_id)


@app.post("/marks")
async def mark(captain: Captain, ship_id: Annotated[int, Body(embed=True)], conn=Depends(connection)):
    # ruleid: auth/unowned-foreign-id
    await conn.execute("INSERT INTO marks (ship_id) VALUES ($1)", ship_id)


# What is in the path is the route's own.
@app.post("/ships/{ship_id}/marks")
async def mark_ship(ship_id: Annotated[int, Path(gt=0)], captain: Captain, conn=Depends(connection)):
    # ok: auth/unowned-foreign-id
    await conn.execute("INSERT INTO marks (ship_id) VALUES ($1)", ship_id)


@app.post("/own-marks")
async def mark_own(captain: Captain, ship_id: int = Body(embed=True), conn=Depends(connection)):
    if not await conn.fetchrow("SELECT id FROM ships WHERE id = $1 AND captain_id = $2", ship_id, captain["id"]):
        raise HTTPException(404)
    # ok: auth/unowned-foreign-id
    await conn.execute("INSERT INTO marks (ship_id) VALUES ($1)", ship_id)
