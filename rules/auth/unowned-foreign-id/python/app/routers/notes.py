from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from app import schemas
from app.db import get_session
from app.models import Note
from app.security import current_user, ensure_folder_access
from app.services import notes as service
from app.services.notes import NoteService, get_service

router = APIRouter(prefix="/notes")


@router.post("/")
def create_note(payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(current_user)):
    return service.create_note(session, payload)


@router.post("/objects")
def create_object(payload: schemas.NoteCreate, notes: NoteService = Depends(get_service), user=Depends(current_user)):
    return notes.create(payload=payload, author_id=user.id)


@router.post("/values")
def create_of_values(payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(current_user)):
    return service.create_of_values(session, payload.model_dump())


@router.post("/checked")
def create_checked(payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(current_user)):
    return service.create_checked(session, payload, user)


@router.post("/guarded")
def create_guarded(payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(current_user)):
    ensure_folder_access(user, payload.folder_id)
    return service.create_guarded(session, payload)


@router.post("/renamed")
def create_renamed(payload: schemas.NoteRename, session: Session = Depends(get_session), user=Depends(current_user)):
    return service.create_renamed(session, payload)


@router.post("/permitted")
def create_permitted(
    payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(require_permission("notes"))
):
    return service.create_permitted(session, payload)


# The class of the body stands in another file.
@router.post("/here")
def create_here(payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(current_user)):
    # ruleid: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump(), author_id=user.id))
    session.commit()


@router.post("/here/renamed")
def rename_here(payload: schemas.NoteRename, session: Session = Depends(get_session), user=Depends(current_user)):
    # ok: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump(), author_id=user.id))
    session.commit()


@router.post("/here/checked")
def check_here(payload: schemas.NoteCreate, session: Session = Depends(get_session), user=Depends(current_user)):
    ensure_folder_access(user, payload.folder_id)
    # ok: auth/unowned-foreign-id
    session.add(Note(**payload.model_dump(), author_id=user.id))
    session.commit()
