from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/orders/{order_id}")
async def read_order(order_id: str, response: Response):
    order = await find(order_id)
    if not order_id:
        # ruleid: api/ok-status-on-error
        return {"error": "An id is needed"}
    if order is None:
        response.status_code = 404
        # ok: api/ok-status-on-error
        return {"error": "No such order", "code": 404}
    try:
        await order.load()
    except Exception as problem:
        # ruleid: api/ok-status-on-error
        return {"success": False, "message": str(problem)}
    # ok: api/ok-status-on-error
    return {"error": None, "order": order}


def check(order):
    # ok: api/ok-status-on-error
    return {"error": "No such order"}


@app.post("/orders", status_code=422)
async def refuse():
    # ok: api/ok-status-on-error
    return {"error": "No orders today", "code": 422}
