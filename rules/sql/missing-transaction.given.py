import asyncpg


class Ledger:
    def __init__(self, connection: asyncpg.Connection, clock) -> None:
        self._connection = connection
        self.now = clock

    async def post(self, debit, credit, cents):
        await self._connection.execute("INSERT INTO postings (account, cents) VALUES ($1, $2)", debit, -cents)
        # ok: sql/missing-transaction
        await self._connection.execute("INSERT INTO postings (account, cents) VALUES ($1, $2)", credit, cents)


class Journal:
    def __init__(self, pool: asyncpg.Pool, connection: asyncpg.Pool) -> None:
        self.pool = pool
        self.connection = connection

    async def note(self, text):
        await self.pool.execute("INSERT INTO notes (text) VALUES ($1)", text)
        # ruleid: sql/missing-transaction
        await self.pool.execute("UPDATE notebooks SET notes = notes + 1")

    async def drop(self, text):
        await self.connection.execute("DELETE FROM notes WHERE text = $1", text)
        # ruleid: sql/missing-transaction
        await self.connection.execute("UPDATE notebooks SET dropped = dropped + 1")


class Archive:
    def __init__(self, path) -> None:
        self.conn = connect(path)

    async def keep(self, text):
        await self.conn.execute("INSERT INTO kept (text) VALUES ($1)", text)
        # ruleid: sql/missing-transaction
        await self.conn.execute("DELETE FROM notes WHERE text = $1", text)
