from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/orders/{order_id}")
def read_order(order_id: str):
    if not order_id:
        # ok: api/error-envelope
        return JSONResponse(status_code=404, content={"error": {"code": "NOT_FOUND", "message": "No such order"}})
    # ruleid: api/error-envelope
    raise HTTPException(404, detail={"code": "NOT_FOUND", "message": "No such order"})
