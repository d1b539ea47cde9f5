from fastapi import APIRouter, Depends

from ..deps import whoami

loose = APIRouter()
strict = APIRouter(dependencies=[Depends(whoami)])
listed = APIRouter()


# route: POST /loose/nails open
@loose.post("/nails")
def nail():
    return {}


# route: POST /strict/nails authenticated
@strict.post("/nails")
def strict_nail():
    return {}


# route: POST /nails open
@listed.post("/nails")
def listed_nail():
    return {}
