from fastapi import Depends, FastAPI, Request, Response
from fastapi_limiter.depends import RateLimiter

app = FastAPI()


# ruleid: api/rate-limit-headers
@app.get("/orders")
def orders(): ...


# ok: api/rate-limit-headers
@app.get("/limited", dependencies=[Depends(RateLimiter(times=5))])
def limited(): ...


# ok: api/rate-limit-headers
@app.get("/told")
def told(response: Response):
    response.headers["X-RateLimit-Remaining"] = "5"


# ok: api/rate-limit-headers
@app.get("/health")
def health(): ...
