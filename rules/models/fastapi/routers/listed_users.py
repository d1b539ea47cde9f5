from fastapi import APIRouter

router = APIRouter(prefix="/users")


# route: POST /listed/users open
@router.post("")
def create():
    return {}
