from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.tables import Book


class Books:
    def __init__(self, session: AsyncSession):
        self._session = session

    async def everything(self):
        # ruleid: api/list-unpaginated
        return list(await self._session.scalars(select(Book)))

    async def newest(self):
        # ok: api/list-unpaginated
        return list(await self._session.scalars(select(Book).order_by(Book.id.desc()).limit(10)))
