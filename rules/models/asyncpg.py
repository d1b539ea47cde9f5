import asyncpg


async def queries(connection: asyncpg.Connection, user_id):
    # query: select users where one in transaction
    await connection.fetchrow("SELECT id FROM users WHERE id = $1", user_id)
    # query: select users all limit 10 in transaction
    await connection.fetch("SELECT id FROM users LIMIT 10")
    # query: select users all one aggregate in transaction
    await connection.fetchval("SELECT COUNT(*) FROM users")


async def writes(pool, user_id):
    async with pool.acquire() as connection:
        # query: update users where sets name
        await connection.execute("UPDATE users SET name = $1 WHERE id = $2", "Ada", user_id)


async def together(pool, user_id):
    async with pool.acquire() as connection:
        async with connection.transaction():
            # query: delete users where in transaction
            await connection.execute("DELETE FROM users WHERE id = $1", user_id)


async def others(command):
    await command.execute("restart")
