import mystery
from fastapi import APIRouter, Depends

from ..deps import whoami

router = APIRouter(prefix="/admin", dependencies=[Depends(whoami)])
odd = APIRouter(prefix="/odd")


# route: POST /admin/purge authenticated
@router.post("/purge")
def purge():
    return {}


# route: POST /admin/odd/x authenticated
@odd.post("/x")
def odd_x():
    return {}


router.include_router(odd)
loose = APIRouter()


# route: POST /loose unknown
@loose.post("/loose", dependencies=[Depends(mystery.something)])
def loose_x():
    return {}
