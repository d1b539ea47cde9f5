from starlette.applications import Starlette
from starlette.authentication import requires
from starlette.endpoints import HTTPEndpoint
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.routing import Mount, Route


async def home(request):
    return None


@requires("authenticated")
async def save(request):
    return None


async def create(request):
    return None


class Notes(HTTPEndpoint):
    async def get(self, request):
        return None

    @requires("authenticated")
    async def post(self, request):
        return None


routes = [
    # route: GET /notes open
    # route: POST /notes authenticated
    Route("/notes", Notes),
    # route: GET / open
    Route("/", home),
    # route: POST /save authenticated
    Route("/save", save, methods=["POST"]),
    # route: POST /create open
    Route("/create", endpoint=create, methods=["POST"]),
    Mount(
        "/sub",
        routes=[
            # route: PUT /sub/create open
            Route("/create", create, methods=["PUT"]),
        ],
    ),
]

# This only finds out who calls.
app = Starlette(routes=routes, middleware=[Middleware(AuthenticationMiddleware, backend=None)])
