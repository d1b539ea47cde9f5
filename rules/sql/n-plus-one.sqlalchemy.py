from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship, selectinload


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[list["Book"]] = relationship(back_populates="author")
    labels = relationship("Label", lazy="selectin")
    address = relationship("Address")


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    author: Mapped[Author] = relationship(back_populates="books")


def listed(session):
    found = []
    for book in session.query(Book).filter(Book.lent).all():
        # ruleid: sql/n-plus-one
        found.append((book.id, book.author.name))
    return found


def counted(session):
    authors = session.scalars(select(Author).where(Author.alive)).all()
    # ruleid: sql/n-plus-one
    return [len(author.books) for author in authors]


def placed(session):
    found = []
    for author in session.scalars(select(Author)):
        # ruleid: sql/n-plus-one
        found.append(author.address.city)
        # The class says how they are read.
        # ok: sql/n-plus-one
        found.append(author.labels)
        # A column of the row.
        # ok: sql/n-plus-one
        found.append(author.id)
    return found


def loaded(session):
    found = []
    for book in session.query(Book).options(joinedload(Book.author)):
        # ok: sql/n-plus-one
        found.append(book.author.name)
    authors = session.scalars(select(Author).options(selectinload(Author.books))).all()
    for author in authors:
        # ok: sql/n-plus-one
        found.append(len(author.books))
    return found


async def awaited(session):
    authors = (await session.scalars(select(Author))).all()
    # ok: sql/n-plus-one
    return [len(author.books) for author in authors]


def set_anew(session, author):
    for book in session.query(Book).all():
        # ok: sql/n-plus-one
        book.author = author


def single(session, book_id):
    book = session.get(Book, book_id)
    # ok: sql/n-plus-one
    return book.author.name
