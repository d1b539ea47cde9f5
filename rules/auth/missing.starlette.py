from starlette.applications import Starlette
from starlette.authentication import requires
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.routing import Mount, Route


async def create(request): ...


@requires("authenticated")
async def save(request): ...


app = Starlette(
    routes=[
        # ruleid: auth/missing
        Route("/teams", create, methods=["POST"]),
        # ok: auth/missing
        Route("/saved", save, methods=["POST"]),
        # ok: auth/missing
        Route("/read", create),
        Mount(
            "/sub",
            routes=[
                # ruleid: auth/missing
                Route("/teams", create, methods=["DELETE"]),
            ],
        ),
    ],
    middleware=[Middleware(AuthenticationMiddleware, backend=None)],
)
