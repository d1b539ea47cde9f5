from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(HTTPException)
async def on_http_exception(request: Request, exc: HTTPException):
    # ok: api/error-envelope
    return JSONResponse(status_code=exc.status_code, content={"error": exc.detail, "code": exc.status_code})


@app.get("/orders/{order_id}")
def read_order(order_id: str):
    # ok: api/error-envelope
    raise HTTPException(status_code=404, detail="No such order")
