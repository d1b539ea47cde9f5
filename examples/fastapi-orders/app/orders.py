import os

import psycopg
from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from .security import current_user

router = APIRouter()
connection = psycopg.connect(os.environ["DATABASE_URL"])


@router.get("/")
def list_orders(user: str = Depends(current_user)):
    cursor = connection.execute("SELECT id, total FROM orders WHERE customer = %s LIMIT 50", (user,))
    return {"orders": cursor.fetchall()}


@router.get("/search")
def search(reference: str, user: str = Depends(current_user)):
    # The reference goes into the statement as it came.
    cursor = connection.execute(f"SELECT id, total FROM orders WHERE reference = '{reference}'")
    return {"orders": cursor.fetchall()}


@router.post("/")
def create(order: dict, user: str = Depends(current_user)):
    if not order.get("items"):
        return JSONResponse(status_code=400, content={"message": "An order needs items"})
    cursor = connection.execute("INSERT INTO orders (customer) VALUES (%s) RETURNING id", (user,))
    return {"id": cursor.fetchone()[0]}


# Nobody asks who cancels: the dependency was forgotten here.
@router.delete("/{order_id}")
def cancel(order_id: int):
    connection.execute("UPDATE orders SET cancelled = true WHERE id = %s", (order_id,))
    return {"ok": True}
