from fastapi import APIRouter, Depends, FastAPI
from fastapi.security import HTTPBearer

app = FastAPI()
bearer = HTTPBearer()
router = APIRouter(prefix="/items", dependencies=[Depends(bearer)])


@router.get("/")
def items():
    return []


@router.put("/{item_id}")
def change(item_id: int):
    return {}


@app.get("/api/v1/version")
def version():
    return {"version": 1}


app.include_router(router, prefix="/api/v1")
