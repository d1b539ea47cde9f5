from fastapi import APIRouter

router = APIRouter()


# route: POST /v1/items authenticated
@router.post("/items")
def create(body: dict):
    return body
