from fastapi import Depends, FastAPI

from .parts import lists, register, register_all
from .people import current_person

app = FastAPI()
VERSION = "/v7"
register(app, "/outer")
register_all(app, prefix=f"{VERSION}/all")


def include(router, prefix, tags):
    app.include_router(router, prefix="/in" + prefix, tags=tags, dependencies=[Depends(current_person)])


include(lists, "/first", ["a"])
include(router=lists, prefix="/second", tags=["a"])
