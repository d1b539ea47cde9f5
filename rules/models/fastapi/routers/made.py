from fastapi import APIRouter, Depends

from ..deps import read_token


def make_routers():
    guarded = APIRouter(dependencies=[Depends(read_token)])
    public = APIRouter()
    return public, guarded
