from typing import Annotated

import fastapi
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, Security
from fastapi.routing import APIRoute
from fastapi.security import APIKeyHeader, HTTPBearer, OAuth2PasswordRequestForm
from starlette.middleware.cors import CORSMiddleware

from .config import settings
from .deps import CurrentUser, Paging, Ranger, RoleChecker, Visit, inherited, by_page, get_session, held, whoami, whoever
from .doors import Door
from .routers import ROUTERS, given, items, listed_teams, listed_users, looped, users
from .routers.admin import router as admin_router

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"])
bearer = HTTPBearer()
lenient = HTTPBearer(auto_error=False)


# route: GET /health open public
@app.get("/health")
def health():
    return {}


# route: POST /teams open
@app.post("/teams", status_code=201)
async def create_team(team: dict):
    return team


# route: PUT /teams/{team_id} authenticated
@app.put("/teams/{team_id}")
async def update_team(team_id: int, user: CurrentUser):
    return user


# route: PATCH /teams/{team_id} authenticated
@app.patch(path="/teams/{team_id}", dependencies=[Depends(get_session), Depends(RoleChecker("admin"))])
def patch_team(team_id: int):
    return {}


# route: DELETE /teams/{team_id} authenticated
@app.delete("/teams/{team_id}")
def delete_team(team_id: int, token=Security(bearer)):
    return {}


# Whose name and password are wrong is turned away; nobody else is.
# route: POST /sessions unknown public
@app.post("/sessions")
async def open_session(form: OAuth2PasswordRequestForm = Depends()):
    user = await authenticate_user(form.username, form.password)
    if not user:
        raise HTTPException(status_code=401)
    return {"token": sign(user)}


# route: PUT /sessions unknown public
@app.put("/sessions")
async def renew_session(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    user = await authenticate_user(form.username, form.password)
    if not user:
        raise HTTPException(status_code=401)
    return {"token": sign(user)}


# The type alone says what the parameter is filled with.
# route: POST /pages open
@app.post("/pages")
async def add_page(paging: Annotated[Paging, Depends()]):
    return {}


# An object of a class asks for what its caller names, a class for what its maker does.
# route: POST /rangers authenticated
@app.post("/rangers", dependencies=[Depends(Ranger("woods"))])
def add_ranger():
    return {}


# route: POST /visits authenticated
@app.post("/visits")
def add_visit(visit=Depends(Visit)):
    return visit


# route: POST /limits open
@app.post("/limits", dependencies=[Depends(Paging(5))])
def add_limit():
    return {}


# An object that is given, whose class stands elsewhere, turns callers away.
# route: POST /doors authenticated
@app.post("/doors")
def add_door(request: Request, door: Annotated[Door, Depends()]):
    door.open(request)
    return {}


class Checked(APIRoute):
    def get_route_handler(self):
        handler = super().get_route_handler()

        async def checked(request: Request):
            if not request.headers.get("Authorization"):
                raise HTTPException(status_code=401)
            return await handler(request)

        return checked


kept = APIRouter(prefix="/checked", route_class=Checked)


# route: POST /checked authenticated
@kept.post("")
def add_checked():
    return {}


app.include_router(kept)


# By the module's name.
# route: DELETE /by-module authenticated
@app.delete("/by-module")
def by_module(token=fastapi.Security(bearer)):
    return {}


# route: POST /by-keyword authenticated
@app.post("/by-keyword")
def by_keyword(token=fastapi.Depends(dependency=bearer, use_cache=False)):
    return {}


# Who reads what callers prove themselves by may leave it to others to judge that.
# route: POST /passed-on unknown
@app.post("/passed-on")
async def passed_on(request: Request):
    header = request.headers.get("Authorization", "")
    return await adapter.process(await request.json(), header)


# What another service signs, it proves itself by.
# route: POST /paid unknown
@app.post("/paid")
async def paid(request: Request):
    return verify(await request.body(), request.headers["stripe-signature"])


# The scheme lets everybody pass, and nobody looks at what it found.
# route: POST /lenient open
@app.post("/lenient")
def lenient_route(token=Depends(lenient)):
    return {}


# The dependency gives nobody for some requests, and lets them pass.
# route: POST /named unknown
@app.post("/named")
def named(user=Depends(whoever)):
    return {}


# Whoever names a page needs no token that anybody looks at.
# route: POST /by-page unknown
@app.post("/by-page")
def paged(user=Depends(by_page)):
    return {}


# route: POST /sometimes unknown
@app.post("/sometimes", dependencies=[Depends(whoami)] if settings.CLOSED else [])
def sometimes():
    return {}


# What proves where a request comes from says nothing of who sends it.
# route: POST /forged unknown
@app.post("/forged")
def forged(request: Request):
    if "x-csrf-token" not in request.headers:
        raise HTTPException(status_code=401)
    return {}


def open_socket():
    socket = Socket()

    @socket.on("connect")
    def connect(session):
        if not session.get("user"):
            raise HTTPException(status_code=401)

    return socket


# Who connects later is another matter.
# route: POST /socket open
@app.post("/socket")
def socket_route():
    open_socket()
    return {}


# A dependency that opens a database session asks nobody who they are.
# route: POST /with-session open
@app.post("/with-session")
def with_session(session=Depends(get_session)):
    return {}


# route: POST /inside authenticated
@app.post("/inside")
def inside(request: Request):
    if "authorization" not in request.headers:
        raise HTTPException(status_code=401)
    return {}


# route: GET /multi open
# route: POST /multi open
@app.api_route("/multi", methods=["GET", "POST"])
def multi():
    return {}


def added():
    return {}


# route: PUT /added open
app.add_api_route("/added", added, methods=["PUT"])

app.include_router(users.router, prefix=settings.API_PREFIX)
app.include_router(items.router, prefix="/v1", dependencies=[Depends(RoleChecker("user"))])
app.include_router(admin_router)
app.include_router(given.guarded, prefix="/given")
app.include_router(prefix="/given", router=given.public)
by_prefix = {"/loose": looped.loose, "/strict": looped.strict}
for prefix, router in by_prefix.items():
    app.include_router(router, prefix=prefix)
for router in [looped.listed]:
    app.include_router(router)


async def signed_in(token: str = Depends(bearer)):
    user = await find_user(token)
    if not user:
        raise HTTPException(status_code=401)
    return user


async def signed_in_or_guest(token: str = Depends(bearer), board: str | None = None):
    if board is not None:
        if await find_board(board) is None:
            raise HTTPException(status_code=401)
        return None
    return await signed_in(token)


# The scheme asks for a token, and the function lets guests pass, whatever they send.
# route: GET /boards unknown
@app.get("/boards")
async def boards(user=Depends(signed_in_or_guest)):
    return []


async def get_current_user(token: str = Depends(bearer)):
    if not settings.auth_enabled:
        return {"sub": "nobody"}
    if not token:
        raise HTTPException(status_code=401)
    return await find_user(token)


# Whoever runs it may switch it off.
# route: GET /shelves unknown
@app.get("/shelves")
async def shelves(user=Depends(get_current_user)):
    return []


async def with_key(x_api_key: str = Header(None)):
    if not API_KEY:
        return
    if x_api_key != API_KEY:
        raise HTTPException(status_code=401)


async def checked(token: str = Depends(bearer)):
    answer = requests.post(settings.IDENTITY_URL, json={"token": token}, timeout=5)
    if answer.status_code == status.HTTP_200_OK:
        return
    raise HTTPException(status_code=401)


# Whom the settings say to ask is no switch.
# route: GET /cupboards authenticated
@app.get("/cupboards")
async def cupboards(user=Depends(checked)):
    return []


# Where no key is set there is none to ask for.
# route: GET /drawers unknown
@app.get("/drawers", dependencies=[Depends(with_key)])
async def drawers():
    return []


# What registers a function under another path, too, is no guard.
# route: GET /notices open
@app.get("/notices", name=strings.NOTICES)
# route: GET /news open
@app.get("/news", name=strings.NOTICES)
def notices():
    return []

for gathered in ROUTERS:
    app.include_router(gathered, prefix="/gathered")

for module in (listed_users, listed_teams):
    app.include_router(module.router, prefix="/listed")


# route: DELETE /made/instance authenticated
@app.delete("/made/instance", dependencies=[Depends(held)])
def by_instance():
    return {}


# What it inherits may turn strangers away.
# route: DELETE /made/bearer unknown
@app.delete("/made/bearer")
def by_bearer(user=Depends(inherited)):
    return {}


api_key_header = APIKeyHeader(name="X-API-Key")


async def key_holder(request: Request, key: str = Security(api_key_header)):
    row = await request.app.state.pool.fetchrow("SELECT id FROM holders WHERE key = $1", key)
    if row is None:
        raise HTTPException(status_code=401)
    return row


# route: DELETE /made/key authenticated
@app.delete("/made/key")
def by_key(holder=Depends(key_holder)):
    return {}


def internal(x_internal_token: Annotated[str, Header()]):
    if x_internal_token != INTERNAL_TOKEN:
        raise HTTPException(status_code=403)


# route: DELETE /made/internal authenticated
@app.delete("/made/internal", dependencies=[Depends(internal)])
def by_internal():
    return {}


client_kind = APIKeyHeader(name="X-Client-Kind")


# route: POST /kinds open
@app.post("/kinds")
def add_kind(kind: str = Security(client_kind)):
    return {"kind": kind}


pages = APIRouter()
if settings.guarded:
    pages = APIRouter(dependencies=[Depends(current_user)])


# Which of the two it is, a setting says.
# route: GET /handbook unknown
@pages.get("/handbook")
def handbook():
    return {}


app.include_router(pages)
