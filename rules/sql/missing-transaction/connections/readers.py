from storage import opened


def enlist(name, street):
    with opened("readers.db") as store:
        store.execute("INSERT INTO readers (name) VALUES (?)", (name,))
        # ok: sql/missing-transaction
        store.execute("INSERT INTO addresses (reader, street) VALUES (last_insert_rowid(), ?)", (street,))


def move(pool, reader, street):
    store = pool.lease()
    store.execute("UPDATE addresses SET street = ? WHERE reader = ?", (street, reader))
    # ruleid: sql/missing-transaction
    store.execute("UPDATE readers SET moved = 1 WHERE id = ?", (reader,))


async def merge(pool, kept, dropped):
    async with pool.lease() as store:
        await store.execute("UPDATE lendings SET reader = $1 WHERE reader = $2", kept, dropped)
        # ruleid: sql/missing-transaction
        await store.execute("DELETE FROM readers WHERE id = $1", dropped)
