from contextlib import asynccontextmanager

from fastapi import FastAPI

from .routers.late import init_late


async def startup(app: FastAPI):
    init_late(app)


# What the framework calls is given the application.
@asynccontextmanager
async def lifespan(app: FastAPI):
    await startup(app)
    yield


def create_app() -> FastAPI:
    app = FastAPI(lifespan=lifespan)
    return app
