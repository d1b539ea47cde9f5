from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Security
from fastapi.security import APIKeyHeader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from .guards import RequireUserMiddleware

key_header = APIKeyHeader(name="X-API-Key")


def log_request(request: Request):
    log.info(request.url)


def check_key(key: str = Security(key_header)):
    if key != settings.key:
        raise HTTPException(403)


app = FastAPI()
logged = APIRouter(prefix="/logged", dependencies=[Depends(log_request)])
keyed = APIRouter(prefix="/keyed", dependencies=[Depends(check_key)])


# ruleid: auth/missing
@logged.post("/things")
def make():
    return {}


# ok: auth/missing
@keyed.post("/things")
def make_with_key():
    return {}


app.include_router(logged)
app.include_router(keyed)


async def save(request): ...


guarded = Starlette(
    routes=[
        # ok: auth/missing
        Route("/things", save, methods=["POST"])
    ],
    middleware=[Middleware(RequireUserMiddleware, realm="things")],
)


# What it raises need not tell what for.
def check_token(x_token: str = Header()):
    if x_token != settings.token:
        raise HTTPException(status_code=400, detail="X-Token header invalid")


# ok: auth/missing
@app.post("/tokens/checked", dependencies=[Depends(check_token)])
def make_with_token():
    return {}


# ok: auth/missing
@app.post("/account/refresh")
def refresh_account():
    return {}


# ruleid: auth/missing
@app.post("/prices/refresh")
def refresh_prices():
    return {}


async def find_user(session_id: Annotated[str | None, Cookie()] = None) -> User | None:
    return await users.by_session(session_id) if session_id else None


# Whoever is found or not by a dependency is turned away by the handler.
# ok: auth/missing
@app.post("/notes/own")
async def own_note(user: Annotated[User | None, Depends(find_user)]):
    if not user:
        raise HTTPException(status_code=403, detail="Not yours")
    return {}


# ok: auth/missing
@app.post("/notes/mine")
async def my_note(user: User | None = Depends(find_user)):
    if user is None:
        raise HTTPException(status_code=403, detail="Not yours")
    return {}


# ruleid: auth/missing
@app.post("/notes/any")
async def any_note(user: User | None = Depends(find_user)):
    return {"by": "somebody"}


# What is sent is no caller.
# ruleid: auth/missing
@app.post("/notes/given")
async def given_note(user: User):
    if user.name is None:
        raise HTTPException(status_code=403, detail="No name")
    return {}
