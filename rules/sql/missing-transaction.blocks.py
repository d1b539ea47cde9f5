import asyncpg
from fastapi import APIRouter, Depends

from fleet.db import Database, get_database

router = APIRouter()


@router.post("/drivers/{driver}/truck")
async def assign(truck: int, driver: int, db: Database = Depends(get_database)):
    # A block that the project makes of its driver's transactions.
    async with db.tx() as conn:
        await conn.execute("UPDATE drivers SET truck_id = $1 WHERE id = $2", truck, driver)
        # ok: sql/missing-transaction
        await conn.execute("UPDATE trucks SET busy = true WHERE id = $1", truck)


@router.put("/drivers/{driver}/truck")
async def assign_in_unit(truck: int, driver: int, db: Database = Depends(get_database)):
    async with db.unit_of_work() as conn, db.clock():
        await conn.execute("UPDATE drivers SET truck_id = $1 WHERE id = $2", truck, driver)
        # ok: sql/missing-transaction
        await conn.execute("UPDATE trucks SET busy = true WHERE id = $1", truck)


@router.patch("/drivers/{driver}/truck")
async def assign_loosely(truck: int, driver: int, db: Database = Depends(get_database)):
    async with db.conn() as conn:
        await conn.execute("UPDATE drivers SET truck_id = $1 WHERE id = $2", truck, driver)
        # ruleid: sql/missing-transaction
        await conn.execute("UPDATE trucks SET busy = true WHERE id = $1", truck)


@router.delete("/drivers/{driver}/truck")
async def assign_traced(truck: int, driver: int, apm, db: Database = Depends(get_database)):
    with apm.start_transaction():
        async with db.conn() as conn:
            await conn.execute("UPDATE drivers SET truck_id = $1 WHERE id = $2", truck, driver)
            # ruleid: sql/missing-transaction
            await conn.execute("UPDATE trucks SET busy = true WHERE id = $1", truck)
