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
@app.post("/token")
def login_for_access_token(): ...


# ruleid: security/unthrottled-endpoint
@app.post("/password-reset/new-password")
def new_password(): ...


# ruleid: security/unthrottled-endpoint
@app.post("/register/customer")
def register_customer(): ...


# ok: security/unthrottled-endpoint
@app.post("/auth/google/callback")
def login_user(): ...


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


# ok: security/unthrottled-endpoint
@app.post("/login/test-token")
def test_token(): ...


# ok: security/unthrottled-endpoint
@app.post("/account/reset-password")
def change(user=Depends(current_user)): ...


# ok: security/unthrottled-endpoint
@app.post("/mfa/disable")
def disable(): ...


app.include_router(invites)
app.include_router(limited)


# A thing is registered there, and no account.
# ok: security/unthrottled-endpoint
@app.post("/services/register")
def register_service(): ...


# Names and passwords are tried out here, whatever the path says.
# ruleid: security/unthrottled-endpoint
@app.post("/api/key")
def create_key():
    data = request.get_json()
    key = keys.generate(data["username"], data["password"])
    return {"key": key}


# ok: security/unthrottled-endpoint
@app.post("/api/locks")
def create_lock():
    data = request.get_json()
    return {"lock": locks.create(data["title"], data["password"])}


# What a record holds is not sent by the client.
# ok: security/unthrottled-endpoint
@app.post("/api/greetings")
def greet():
    member = members.find(request.get_json()["id"])
    return {"text": greetings.text(member.email, member.password)}


# ruleid: security/unthrottled-endpoint
@app.post("/password/reset")
def password_reset():
    return {}


# ruleid: security/unthrottled-endpoint
@app.post("/request-password-reset")
def request_password_reset():
    return {}


# ruleid: security/unthrottled-endpoint
@app.post("/crews/acceptInvitation")
def join(): ...


# ok: security/unthrottled-endpoint
@app.post("/crews/accept-terms")
def agree(): ...
