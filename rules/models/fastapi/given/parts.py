from fastapi import APIRouter

lists = APIRouter()
figures = APIRouter(prefix="/figures")


# route: GET /in/first/list authenticated
# route: GET /in/second/list authenticated
@lists.get("/list")
def every():
    return []


# route: GET /outer/figures/sum open
# route: GET /v7/all/deep/figures/sum open
@figures.get("/sum")
def total():
    return {}


def register(app, prefix):
    app.include_router(figures, prefix=prefix)


def register_all(app, prefix: str = ""):
    app.include_router(figures, prefix=prefix + "/deep")

    # route: GET /v7/all/pong open
    @app.get(f"{prefix}/pong")
    def pong():
        return 1
