from typing import Protocol

from sqlalchemy import select

from .models import Bird, Keeper, Nest


class Birds(Protocol):
    async def everything(self): ...


class StoredBirds(Birds):
    def __init__(self, session):
        self.session = session

    async def everything(self):
        # ruleid: api/list-unpaginated
        return (await self.session.scalars(select(Bird))).all()


class Keepers:
    def __init__(self, session):
        self.session = session

    async def present(self):
        # ruleid: api/list-unpaginated
        return (await self.session.scalars(select(Keeper))).all()

    async def page(self, number: int):
        # ok: api/list-unpaginated
        return (await self.session.scalars(select(Keeper).limit(20).offset(20 * number))).all()


class Nests:
    def __init__(self, session):
        self.session = session

    async def known(self):
        # ruleid: api/list-unpaginated
        return (await self.session.scalars(select(Nest))).all()

    async def everything(self):
        # ok: api/list-unpaginated
        return (await self.session.scalars(select(Nest))).all()
