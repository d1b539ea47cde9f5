from aiohttp import web

routes = web.RouteTableDef()


# ruleid: auth/missing
@routes.post("/teams")
async def create(request):
    return web.json_response({})


# ok: auth/missing
@routes.post("/sessions/mine")
async def mine(request):
    if not request["user"]:
        raise web.HTTPUnauthorized()
    return web.json_response({})


@web.middleware
async def gate(request, handler):
    if "Authorization" not in request.headers:
        return web.json_response({}, status=401)
    return await handler(request)


app = web.Application()
app.add_routes(routes)
# ruleid: auth/missing
app.router.add_put("/teams/{id}", create)
# ok: auth/missing
app.router.add_get("/teams", create)
admin = web.Application(middlewares=[gate])
# ok: auth/missing
admin.router.add_delete("/teams/{id}", create)
app.add_subapp("/admin/", admin)
