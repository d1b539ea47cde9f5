from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import APIKeyQuery, OAuth2PasswordBearer

app = FastAPI()
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


def get_current_user(token: str = Depends(oauth2_scheme)):
    if token != "secret":
        raise HTTPException(status_code=401)
    return token


@app.get("/status")
def status():
    return {"ok": True}


@app.get("/teams")
def teams(user=Depends(get_current_user)):
    return []


@app.post("/teams/{team_id}/members")
def add_member(team_id: int, user=Depends(get_current_user)):
    return {}


drop_key = APIKeyQuery(name="auth")


def get_drop(token: str, auth: str = Security(drop_key)):
    if auth != find(token).auth:
        raise HTTPException(status_code=403)
    return find(token)


@app.post("/drops/rename")
def rename_drop(drop=Depends(get_drop)):
    return {}
