import aiosqlite
from fastapi import FastAPI

app = FastAPI()


@app.get("/meters")
async def meters(building: str):
    async with aiosqlite.connect("meters.db") as db:
        # ruleid: api/list-unpaginated
        async with db.execute("SELECT id, serial FROM meters WHERE building = ?", (building,)) as cursor:
            return [tuple(row) async for row in cursor]


@app.get("/meters/newest")
async def newest(building: str):
    async with aiosqlite.connect("meters.db") as db:
        # ok: api/list-unpaginated
        async with db.execute("SELECT id FROM meters WHERE building = ? ORDER BY id DESC", (building,)) as cursor:
            return await cursor.fetchone()
