from sqlalchemy import select

from .models import Item


# Rows are read by the thousand.
def in_steps(connection, ids):
    for start in range(0, len(ids), 1000):
        part = ids[start:start + 1000]
        # ok: sql/n-plus-one
        yield from connection.execute("SELECT id FROM items WHERE id = ANY(%s)", (part,))


def one_by_one(connection, ids):
    for index in range(0, len(ids), 1):
        # ruleid: sql/n-plus-one
        yield connection.execute("SELECT id FROM items WHERE id = %s", (ids[index],))


# All rows of a group are read at once.
async def of_groups(session, groups):
    found = {}
    for kind, ids in groups.items():
        statement = select(Item).where(Item.kind == kind, Item.local_id.in_(ids))
        # ok: sql/n-plus-one
        for item in (await session.execute(statement)).scalars().all():
            found[kind, item.id] = item
    return found


async def of_kinds(session, groups):
    found = {}
    for kind, ids in groups.items():
        statement = select(Item).where(Item.kind == kind)
        # ruleid: sql/n-plus-one
        found[kind] = (await session.execute(statement)).scalars().all()
    return found
