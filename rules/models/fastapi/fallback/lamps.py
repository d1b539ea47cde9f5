from fastapi import APIRouter

router = APIRouter(prefix="/lamps")


# route: POST /lit/lamps/light open
# route: POST /old/v2/lamps/light open
@router.post("/light")
def light():
    return {}
