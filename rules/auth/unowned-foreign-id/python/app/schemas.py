from pydantic import BaseModel


class NoteBase(BaseModel):
    text: str


class NoteCreate(NoteBase):
    folder_id: int


class NoteRename(NoteBase):
    color: str | None = None
