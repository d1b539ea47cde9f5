from aiohttp import web

routes = web.RouteTableDef()


# route: GET /a open
@routes.get("/a")
async def a(request):
    return web.Response()


# route: POST /b open
@routes.post("/b")
async def b(request):
    return web.Response()


# route: POST /v open
@routes.view("/v")
class V(web.View):
    async def post(self):
        return web.Response()


# route: DELETE /inside authenticated
@routes.delete("/inside")
async def inside(request):
    if not request["session"]:
        raise web.HTTPUnauthorized()
    return web.Response()


@web.middleware
async def auth(request, handler):
    if "token" not in request.headers:
        raise web.HTTPUnauthorized()
    return await handler(request)


async def c(request):
    return web.Response()


app = web.Application()
app.add_routes(routes)
app.add_routes([
    # route: POST /c open
    web.post("/c", c),
    # route: GET /d open
    web.get("/d", c),
])
# route: PUT /e open
app.router.add_put("/e", c)
# route: PUT /named open
app.router.add_put(path="/named", handler=c)
# route: DELETE /f open
app.router.add_route("DELETE", "/f", c)
admin = web.Application(middlewares=[auth])
# route: POST /admin/x authenticated
admin.router.add_post("/x", c)
app.add_subapp("/admin/", admin)



@web.middleware
async def gate(request, handler):
    place = request.path[len("/gate") :]
    if place.startswith("/open/") or place == "/features":
        return await handler(request)
    if "token" not in request.headers:
        raise web.HTTPUnauthorized()
    return await handler(request)


gated = web.Application(middlewares=[gate])
# Where it lets pass it decides by a part of the path.
# route: POST /gate/open/x unknown
gated.router.add_post("/open/x", c)
app.add_subapp("/gate", gated)

applications = {"old": web.Application(middlewares=[auth]), "new": app}
applications["old"].add_routes([
    # route: POST /old unknown
    web.post("/old", c),
])


class TeamApi:
    def add_routes(self, app: web.Application):
        router = app.router
        # route: POST /office/teams authenticated
        router.add_post("/teams", c)


office_app = web.Application(middlewares=[auth])
TeamApi().add_routes(office_app)
app.add_subapp("/office/", office_app)

resource = app.router.add_resource("/resources/{id}")
# route: PUT /resources/{id} open
resource.add_route("PUT", c)


class Lamps:
    def __init__(self, application: web.Application):
        # route: POST /garden/lamps authenticated
        application.router.add_post("/lamps", self.add)

    async def add(self, request):
        return web.Response()


def set_up_lamps(app: web.Application):
    Lamps(app)


garden_app = web.Application(middlewares=[auth])
set_up_lamps(garden_app)
app.add_subapp("/garden/", garden_app)
