from app.books import Books


class Catalogue:
    def __init__(self, books: Books):
        self._held = books

    async def titles(self):
        return [book.title for book in await self._held.everything()]

    async def news(self):
        return [book.title for book in await self._held.newest()]
