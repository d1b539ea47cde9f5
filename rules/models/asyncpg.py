import asyncpg


async def queries(connection: asyncpg.Connection, user_id):
    await connection.fetchrow("SELECT id FROM users WHERE id = $1", user_id)
    await connection.fetch("SELECT id FROM users LIMIT 10")
    await connection.fetchval("SELECT COUNT(*) FROM users")


async def writes(pool, user_id):
    async with pool.acquire() as connection:
        await connection.execute("UPDATE users SET name = $1 WHERE id = $2", "Ada", user_id)


async def together(pool, user_id):
    async with pool.acquire() as connection:
        async with connection.transaction():
            await connection.execute("DELETE FROM users WHERE id = $1", user_id)


async def others(command):
    await command.execute("restart")
