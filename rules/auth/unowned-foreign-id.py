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
