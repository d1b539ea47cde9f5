from fastapi import APIRouter

router = APIRouter(prefix="/teams")


# route: POST /listed/teams open
@router.post("")
def create():
    return {}
