from app.shelves import Shelves


class Rooms:
    def __init__(self, clock, shelves: Shelves) -> None:
        self._now, self._store = clock, shelves

    async def width(self, room: int) -> int:
        widths = []
        for shelf in await self._store.of_room(room):
            widths.append(await self._store.width(shelf["id"]))
        return max(widths)

    async def height(self, shelf: int) -> int:
        return await self._store.height(shelf)


class Plans:
    def __init__(self, shelves: Shelves) -> None:
        self._wanted = shelves

    async def depths(self, ids: list[int]) -> list[int]:
        return [await self._wanted.depth(shelf) for shelf in ids]
