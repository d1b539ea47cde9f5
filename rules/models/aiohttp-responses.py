from aiohttp import ClientSession, web

routes = web.RouteTableDef()


@routes.get("/users/{id}")
async def one(request):
    if request.match_info["id"] == "0":
        # response: 404 text exception
        raise web.HTTPNotFound(text="No such user")
    # response: 200 default {id}
    return web.json_response({"id": 1})


@routes.post("/users")
async def make(request):
    if not request.body_exists:
        # response: 400 {error, code}
        return web.json_response({"error": "A body is needed", "code": 400}, status=400)
    # response: 201 {id} sets location
    return web.json_response({"id": 1}, status=201, headers={"Location": "/users/1"})


@routes.get("/text")
async def text(request):
    # response: 503 text
    return web.Response(text="Busy", status=503)


@routes.get("/full")
async def full(request):
    if request.query:
        # response: 503 empty sets retry-after
        return web.Response(status=503, headers={"Retry-After": "10"})
    # response: 429 empty
    return web.Response(status=429)


# What another server answers.
async def quiet():
    async with ClientSession() as session, session.get("https://example.com") as response:
        return await response.json()
