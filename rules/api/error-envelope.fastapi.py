from fastapi import APIRouter, HTTPException, Response, status
from fastapi.responses import JSONResponse, PlainTextResponse

router = APIRouter()


class Closed(HTTPException):
    def __init__(self, what: str):
        super().__init__(status_code=403, detail=what)


def failure(message: str, status_code: int):
    return JSONResponse(status_code=status_code, content={"message": message})


@router.get("/orders/{order_id}")
async def read_order(order_id: str, response: Response):
    if not order_id:
        # ruleid: api/error-envelope
        raise HTTPException(status_code=400, detail="An id is needed")
    if order_id == "1":
        # ruleid: api/error-envelope
        raise HTTPException(404, {"error": "No such order", "code": 404})
    if order_id == "2":
        # ruleid: api/error-envelope
        raise HTTPException(status.HTTP_403_FORBIDDEN)
    if order_id == "3":
        # ok: api/error-envelope
        return JSONResponse(status_code=404, content={"error": "No such order", "code": 404})
    if order_id == "4":
        # ruleid: api/error-envelope
        return JSONResponse({"detail": "No such order"}, status_code=status.HTTP_404_NOT_FOUND)
    if order_id == "5":
        # ruleid: api/error-envelope
        return PlainTextResponse("No such order", status_code=404)
    if order_id == "6":
        # ruleid: api/error-envelope
        return failure("No such order", 404)
    if order_id == "7":
        response.status_code = 404
        # ruleid: api/error-envelope
        return {"message": "No such order"}
    if order_id == "9":
        # ruleid: api/error-envelope
        raise Closed("orders")
    if order_id == "8":
        # ok: api/error-envelope
        return JSONResponse(status_code=404, content=words(order_id))
    # ok: api/error-envelope
    return {"message": "found"}
