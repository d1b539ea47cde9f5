from fastapi import APIRouter, FastAPI

late = APIRouter(prefix="/late")


def init_late(app: FastAPI):
    app.include_router(late)


# route: POST /late open
@late.post("")
async def create_late(item: dict):
    return item
