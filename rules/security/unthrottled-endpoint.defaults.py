from fastapi import FastAPI
from slowapi import Limiter
from slowapi.middleware import SlowAPIMiddleware
from slowapi.util import get_remote_address

app = FastAPI()
app.state.limiter = Limiter(key_func=get_remote_address, default_limits=["200/minute"])
app.add_middleware(SlowAPIMiddleware)


# ok: security/unthrottled-endpoint
@app.post("/login")
def login(): ...
