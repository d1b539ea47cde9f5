import asyncpg


class Shelves:
    def __init__(self, connection: asyncpg.Connection):
        self._connection = connection

    async def of_room(self, room: int):
        return await self._connection.fetch("SELECT id FROM shelves WHERE room = $1", room)

    async def width(self, shelf: int):
        # ruleid: sql/n-plus-one
        return await self._connection.fetchval("SELECT width FROM shelves WHERE id = $1", shelf)

    async def height(self, shelf: int):
        # ok: sql/n-plus-one
        return await self._connection.fetchval("SELECT height FROM shelves WHERE id = $1", shelf)

    async def depth(self, shelf: int):
        # ruleid: sql/n-plus-one
        return await self._connection.fetchval("SELECT depth FROM shelves WHERE id = $1", shelf)
