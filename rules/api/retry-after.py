from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/orders")
def orders(response: Response):
    if busy():
        # ruleid: api/retry-after
        raise HTTPException(status_code=503, detail="Busy")
    if fast():
        # ok: api/retry-after
        raise HTTPException(status_code=429, detail="Too fast", headers={"Retry-After": "30"})
    if late():
        # ruleid: api/retry-after
        return JSONResponse(status_code=429, content={"error": "Too fast"}, headers={"X-Limit": "5"})
    # ok: api/retry-after
    return JSONResponse(status_code=429, content={"error": "Too fast"}, headers={"retry-after": "5"})


@app.get("/readyz")
def ready():
    # ok: api/retry-after
    raise HTTPException(status_code=503, detail="Starting")
