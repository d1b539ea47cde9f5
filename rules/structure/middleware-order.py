from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.sessions import SessionMiddleware

from .middleware import AuthenticationMiddleware, RateLimitMiddleware, RequestIdMiddleware


def last_added_first():
    app = FastAPI()
    app.add_middleware(AuthenticationMiddleware)
    # ok: structure/middleware-order
    app.add_middleware(RateLimitMiddleware)
    # ok: structure/middleware-order
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
    # ok: structure/middleware-order
    app.add_middleware(RequestIdMiddleware)
    return app


def headers_inside_authentication():
    app = FastAPI()
    # ruleid: structure/middleware-order
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
    # ok: structure/middleware-order
    app.add_middleware(AuthenticationMiddleware)
    return app


def decorated_is_added():
    app = FastAPI()
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])

    # ok: structure/middleware-order
    @app.middleware("http")
    async def log_requests(request, call_next):
        return await call_next(request)

    return app


def decorated_inside():
    app = FastAPI()

    # ruleid: structure/middleware-order
    @app.middleware("http")
    async def log_requests(request, call_next):
        return await call_next(request)

    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
    return app


def several():
    app = FastAPI()
    # ruleid: structure/middleware-order
    app.add_middleware(RequestIdMiddleware)
    # ruleid: structure/middleware-order
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
    app.add_middleware(RateLimitMiddleware)
    return app


def added_after_routes():
    app = FastAPI()

    @app.get("/orders")
    def orders():
        return []

    # ok: structure/middleware-order
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
    return app


def helpers(registry):
    app = FastAPI()
    # What is given by it is for later.
    # ok: structure/middleware-order
    registry.new_limiter = register_new_ratelimiter(app)
    app.add_middleware(AuthenticationMiddleware)
    # Added last, it is passed first.
    # ok: structure/middleware-order
    add_ratelimit_middleware(app)
    return app


def sessions_of_others():
    app = FastAPI()
    # Sessions are kept for others, and nobody is asked who they are.
    # ok: structure/middleware-order
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"])
    app.add_middleware(SessionMiddleware, secret_key=SECRET)
    return app


def listed():
    return Starlette(
        middleware=[
            Middleware(AuthenticationMiddleware, backend=backend),
            # ruleid: structure/middleware-order
            Middleware(CORSMiddleware, allow_origins=["https://example.com"]),
        ]
    )


def listed_in_order():
    middleware = [
        # ok: structure/middleware-order
        Middleware(CORSMiddleware, allow_origins=["https://example.com"]),
        # ok: structure/middleware-order
        Middleware(AuthenticationMiddleware, backend=backend),
    ]
    return FastAPI(middleware=middleware)
