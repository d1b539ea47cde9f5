from fastapi import APIRouter, FastAPI

from .security import SecurityService

app = FastAPI()


# ok: security/unthrottled-endpoint
@app.post("/login")
def login(credentials: Credentials, db=Depends(get_db)):
    if SecurityService.check_login_attempts(db, credentials.email):
        raise HTTPException(status_code=429)
    return sign_in(db, credentials)


# ruleid: security/unthrottled-endpoint
@app.post("/otp/verify")
def verify(code: Code, db=Depends(get_db)):
    attempts = count_attempts(db, code.email)
    return sign_in(db, code)
