from starlette.applications import Starlette
from starlette.authentication import requires
from starlette.endpoints import HTTPEndpoint
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route


async def home(request):
    return None


@requires("authenticated")
async def save(request):
    return None


async def create(request):
    return None


class RequireKey:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        headers = dict(scope["headers"])
        if b"authorization" not in headers:
            await JSONResponse({"error": "Sign in", "code": 401}, status_code=401)(scope, receive, send)
            return
        await self.app(scope, receive, send)


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
    # route: POST /keyed authenticated
    Route("/keyed", create, methods=["POST"], middleware=[Middleware(RequireKey)]),
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
