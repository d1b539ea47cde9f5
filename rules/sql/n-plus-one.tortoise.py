from tortoise import fields
from tortoise.models import Model

from .models import Author, Book


async def listed():
    found = []
    for book in await Book.all():
        # ruleid: sql/n-plus-one
        author = await book.author
        found.append((book.title, author.name))
    return found


async def streamed():
    async for book in Book.filter(lent=True):
        # ruleid: sql/n-plus-one
        await book.fetch_related("author")
        print(book.author.name)


async def kept():
    authors = await Author.filter(alive=True).order_by("name")
    for author in authors:
        # ruleid: sql/n-plus-one
        author.latest = await author.books.filter(lent=False).first()
        # ruleid: sql/n-plus-one
        author.total = await author.books.all().count()
    # ruleid: sql/n-plus-one
    return [await author.address for author in authors]


async def fetched():
    found = []
    for book in await Book.all().prefetch_related("author"):
        # ok: sql/n-plus-one
        found.append((book.title, await book.author))
    async for book in Book.filter(lent=True).select_related("author"):
        # ok: sql/n-plus-one
        found.append((book.title, await book.author))
    authors = await Author.all().prefetch_related("books")
    for author in authors:
        # ok: sql/n-plus-one
        found.append(await author.books.all())
    return found


async def together():
    books = await Book.all()
    await Book.fetch_for_list(books, "author")
    # ok: sql/n-plus-one
    return [await book.author for book in books]


async def one(book_id):
    book = await Book.get(id=book_id)
    # ok: sql/n-plus-one
    return await book.author


async def others(jobs):
    # Nothing shows that these are rows.
    for job in jobs:
        # ok: sql/n-plus-one
        await job.done
