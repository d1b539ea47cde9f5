from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/orders/{order_id}")
def read_order(order_id: str):
    if not order_id:
        # ok: api/error-envelope
        raise HTTPException(404, detail="No such order")
    # ruleid: api/error-envelope
    raise HTTPException(404, detail={"text": "No such order"})
