from contextlib import asynccontextmanager

from fastapi import FastAPI

from .core import init_core_routers


def create_app():
    return FastAPI(lifespan=lifespan)


@asynccontextmanager
async def lifespan(app: FastAPI):
    await startup(app)
    yield


async def startup(app: FastAPI):
    init_core_routers(app)
