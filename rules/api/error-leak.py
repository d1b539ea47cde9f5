import logging
import traceback

from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/orders/{order_id}")
def read_order(order_id: str):
    try:
        return find(order_id)
    except KeyError as error:
        # ok: api/error-leak
        raise HTTPException(status_code=404, detail=str(error))
    except TimeoutError as error:
        # ruleid: api/error-leak
        raise HTTPException(status_code=504, detail=str(error))
    except (ValueError, Exception) as error:
        logging.exception(str(error))
        # ruleid: api/error-leak
        raise HTTPException(status_code=400, detail=f"Failed: {error}")


@app.get("/orders")
def read_orders():
    try:
        return load()
    except Exception as error:
        if order_is_missing(error):
            # ok: api/error-leak
            raise HTTPException(status_code=404, detail=str(error))
        # ruleid: api/error-leak
        return JSONResponse(status_code=500, content={"error": repr(error), "code": 500})


@app.get("/trace")
def trace():
    try:
        return load()
    except Exception:
        # ruleid: api/error-leak
        return JSONResponse(status_code=500, content={"error": "Failed", "trace": traceback.format_exc()})


@app.exception_handler(Exception)
def on_error(request, exc):
    # ruleid: api/error-leak
    return JSONResponse(status_code=500, content={"error": str(exc), "code": 500})


@app.exception_handler(OrderMissing)
def on_missing(request, exc):
    # ok: api/error-leak
    return JSONResponse(status_code=404, content={"error": str(exc), "code": 404})


@app.get("/safe")
def safe():
    try:
        return load()
    except Exception as error:
        logging.error("load failed: %s", error)
        # ok: api/error-leak
        raise HTTPException(status_code=500, detail="Could not load") from error
