from sqlalchemy.orm import Session

from app.models import Folder, Note
from app.schemas import NoteCreate, NoteRename


def create_note(session: Session, payload: NoteCreate):
    note = Note(**payload.model_dump())
    # ruleid: auth/unowned-foreign-id
    session.add(note)
    session.commit()
    return note


def create_of_values(session: Session, values: dict):
    note = Note(text=values["text"], folder_id=values["folder_id"])
    # ruleid: auth/unowned-foreign-id
    session.add(note)
    session.commit()


def create_checked(session: Session, payload: NoteCreate, user):
    folder = session.query(Folder).filter_by(id=payload.folder_id, owner_id=user.id).first()
    if folder is None:
        raise LookupError(payload.folder_id)
    # ok: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump()))
    session.commit()


def create_guarded(session: Session, payload: NoteCreate):
    # ok: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump()))
    session.commit()


def create_renamed(session: Session, payload: NoteRename):
    # ok: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump()))
    session.commit()


def create_permitted(session: Session, payload: NoteCreate):
    # ok: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump()))
    session.commit()


class NoteService:
    def __init__(self, session: Session):
        self.session = session

    def create(self, payload: NoteCreate, author_id: int):
        note = Note(text=payload.text, folder_id=payload.folder_id, author_id=author_id)
        # ruleid: auth/unowned-foreign-id
        self.session.add(note)
        self.session.commit()


def get_service(session: Session) -> NoteService:
    return NoteService(session)
