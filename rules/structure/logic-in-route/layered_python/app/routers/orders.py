from fastapi import APIRouter

from app.services.orders import list_orders

router = APIRouter()


@router.post("/orders")
# ruleid: structure/logic-in-route
def create_order(payload: dict):
    order = {}
    order["place"] = payload.get("place", 0)
    order["cancel"] = payload.get("cancel", 0)
    order["refund"] = payload.get("refund", 0)
    order["ship"] = payload.get("ship", 0)
    order["pack"] = payload.get("pack", 0)
    order["invoice"] = payload.get("invoice", 0)
    order["remind"] = payload.get("remind", 0)
    order["archive"] = payload.get("archive", 0)
    order["restore"] = payload.get("restore", 0)
    order["split"] = payload.get("split", 0)
    return order


@router.get("/orders")
# ok: structure/logic-in-route
def index():
    """A docstring is no statement."""
    return list_orders()
