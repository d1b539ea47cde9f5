from typing import Annotated

from fastapi import APIRouter, Depends, Request

from .deps import AnyBirds
from .stores import Keepers, Nests

router = APIRouter()
AnyKeepers = Annotated[Keepers, Depends()]


def nests(request: Request) -> Nests:
    return Nests(request.state.session)


@router.get("/birds")
async def list_birds(birds: AnyBirds):
    return await birds.everything()


@router.get("/keepers")
async def list_keepers(keepers: AnyKeepers):
    return await keepers.present()


@router.get("/keepers/pages")
async def page_keepers(keepers: Annotated[Keepers, Depends()], number: int = 0):
    return await keepers.page(number)


@router.get("/nests")
async def list_nests(request: Request):
    return await nests(request).known()
