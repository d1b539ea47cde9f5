from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Security
from fastapi.security import OAuth2PasswordBearer

from .elsewhere import get_context, get_db

app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="token")
public = APIRouter(prefix="/public")
private = APIRouter(prefix="/private", dependencies=[Depends(scheme)])


def database():
    return None


def whoami(token: str = Depends(scheme)):
    return token


def check_key(x_api_key: str = ""):
    if x_api_key != "secret":
        raise HTTPException(status_code=403)


Caller = Annotated[str, Depends(whoami)]


# ruleid: auth/missing
@app.post("/teams")
async def create(team: dict, db=Depends(database)):
    return team


# ok: auth/missing
@app.post("/teams/mine")
async def create_mine(team: dict, caller: Caller):
    return team


# ok: auth/missing
@app.put("/teams/{team_id}", dependencies=[Depends(check_key)])
async def update(team_id: int):
    return team_id


# ok: auth/missing
@app.delete("/teams/{team_id}")
async def delete(team_id: int, caller: str = Security(whoami, scopes=["teams"])):
    return team_id


# ok: auth/missing
@app.get("/teams")
async def teams():
    return []


# ruleid: auth/missing
@public.patch("/notes")
def note():
    return {}


# ok: auth/missing
@private.patch("/notes")
def private_note():
    return {}


# ruleid: auth/missing
@app.api_route("/any", methods=["GET", "DELETE"])
def any_method():
    return {}


# ok: auth/missing
@app.post("/auth/register")
def register():
    return {}


# ok: auth/missing
@app.post("/password-reset/confirm")
def reset():
    return {}


# ruleid: auth/missing
@app.post("/reports")
def report(db=Depends(get_db)):
    return {}


# ok: auth/missing
@app.post("/audits")
def audit(context=Depends(get_context)):
    return {}


app.include_router(public)
app.include_router(private)


# It is told who calls, if anybody is signed in, and leaves it to the service what comes of that.
# ok: auth/missing
@app.post("/invoices")
async def invoice(data: dict, user=Depends(optional_user_dependency)):
    return await invoices.create(data, user)


# ruleid: auth/missing
@app.post("/receipts")
async def receipt(data: dict, user=Depends(optional_user_dependency)):
    return await invoices.receipt(data)
