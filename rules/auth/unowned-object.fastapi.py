import asyncpg
from fastapi import Depends, FastAPI, HTTPException, Request, Security
from fastapi.security import APIKeyHeader

app = FastAPI()
key_header = APIKeyHeader(name="X-API-Key")


async def key_holder(request: Request, key: str = Security(key_header)):
    row = await request.app.state.pool.fetchrow("SELECT id FROM users WHERE api_key = $1", key)
    if row is None:
        raise HTTPException(status_code=401)
    return row


@app.post("/silos")
async def create(request: Request, silo: SiloCreate, holder=Depends(key_holder)):
    await request.app.state.pool.execute("INSERT INTO silos (user_id, name) VALUES ($1, $2)", holder["id"], silo.name)


@app.get("/silos/{silo_id}")
async def show(request: Request, silo_id: int, holder=Depends(key_holder)):
    # ok: auth/unowned-object
    return await request.app.state.pool.fetchrow("SELECT id FROM silos WHERE id = $1 AND user_id = $2", silo_id, holder["id"])


@app.get("/silos/{silo_id}/level")
async def level(request: Request, silo_id: int, holder=Depends(key_holder)):
    # ruleid: auth/unowned-object
    return await request.app.state.pool.fetchrow("SELECT level FROM silos WHERE id = $1", silo_id)
