from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi_limiter.depends import RateLimiter
from slowapi import Limiter

app = FastAPI()
limiter = Limiter(key_func=lambda request: request.client)
invites = APIRouter(prefix="/invites")
limited = APIRouter(dependencies=[Depends(RateLimiter(times=5, seconds=60))])


# ruleid: security/unthrottled-endpoint
@app.post("/login")
def login(): ...


# ok: security/unthrottled-endpoint
@app.post("/auth/login")
@limiter.limit("5/minute")
def limited_login(request: Request): ...


# ruleid: security/unthrottled-endpoint
@app.post("/password-reset")
def reset(): ...


# ruleid: security/unthrottled-endpoint
@invites.post("/")
def invite(): ...


# ruleid: security/unthrottled-endpoint
@invites.post("/{token}/accept")
def accept(token: str): ...


# ok: security/unthrottled-endpoint
@limited.post("/signup")
def signup(): ...


# ok: security/unthrottled-endpoint
@app.post("/otp", dependencies=[Depends(RateLimiter(times=1, seconds=5))])
def otp(): ...


# ok: security/unthrottled-endpoint
@app.get("/login")
def login_page(): ...


# ok: security/unthrottled-endpoint
@app.post("/logins-report")
def report(): ...


app.include_router(invites)
app.include_router(limited)
