from typing import Annotated

from fastapi import Depends

from ..actions import perform
from ..deps import whoami
from .made import make_routers
from .wrapped import SignedInDependency

public, guarded = make_routers()


# Which of the two it is, the function that made it knows.
# route: POST /given/things unknown
@guarded.post("/things")
def things():
    return {}


# route: POST /given/mine authenticated
@guarded.post("/mine")
def mine(user: Annotated[dict, SignedInDependency()]):
    return user


# route: POST /given/act unknown
@public.post("/act")
def act():
    try:
        return perform("act")
    except (NotFound, NotAuthorized):
        return {"error": "No such thing", "code": 404}


# What it calls is expected to refuse above.
# route: DELETE /given/act unknown
@public.delete("/act")
def undo():
    return perform("undo")
