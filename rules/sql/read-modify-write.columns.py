from sqlalchemy import select, update

from tables import Jar, jars


def fill(session, jar, grams):
    held = session.scalar(select(Jar.grams).where(Jar.id == jar))
    # ruleid: sql/read-modify-write
    session.execute(update(Jar).where(Jar.id == jar).values(grams=held + grams))
    session.commit()


async def empty(connection, jar, grams):
    held = (await connection.execute(select(jars.c.grams).where(jars.c.id == jar))).scalar_one()
    # ruleid: sql/read-modify-write
    await connection.execute(update(jars).where(jars.c.id == jar).values(grams=held - grams))


def weigh(session, jar, grams):
    size = session.scalar(select(Jar.size).where(Jar.id == jar))
    # ok: sql/read-modify-write
    session.execute(update(Jar).where(Jar.id == jar).values(grams=size - grams))
    # ok: sql/read-modify-write
    session.execute(update(Jar).where(Jar.id == jar).values(grams=Jar.grams - grams))
    session.commit()


def take(session, jar, grams):
    held = session.scalar(select(Jar.grams).where(Jar.id == jar).with_for_update())
    # ok: sql/read-modify-write
    session.execute(update(Jar).where(Jar.id == jar).values(grams=held - grams))
    session.commit()
