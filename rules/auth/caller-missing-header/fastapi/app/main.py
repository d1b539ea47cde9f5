from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

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
