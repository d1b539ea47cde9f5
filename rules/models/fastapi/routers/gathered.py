from fastapi import APIRouter

router = APIRouter(prefix="/items")


# route: POST /gathered/items open
@router.post("")
def create():
    return {}
