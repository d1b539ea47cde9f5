from fastapi import APIRouter, FastAPI

core = APIRouter()


def init_core_routers(app: FastAPI):
    app.include_router(core)


# What hands an application on that it was given itself hides no route.
# route: POST /converted open
@core.post("/converted")
def convert():
    return {}
