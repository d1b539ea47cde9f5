from aiohttp import web

routes = web.RouteTableDef()


@routes.post("/orders")
async def create_order(request):
    async with request.app["pool"].acquire() as connection:
        await connection.execute("INSERT INTO orders (name) VALUES ($1)", (await request.json())["name"])
    # ruleid: rest/created-status
    return web.json_response({"ok": True})


@routes.post("/users")
async def create_user(request):
    async with request.app["pool"].acquire() as connection:
        await connection.execute("INSERT INTO users (name) VALUES ($1)", (await request.json())["name"])
    # ok: rest/created-status
    return web.json_response({"ok": True}, status=201)


@routes.post("/items")
async def create_item(request):
    async with request.app["pool"].acquire() as connection:
        await connection.execute(
            "INSERT INTO items (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET seen = now()",
            (await request.json())["name"],
        )
    # ok: rest/created-status
    return web.json_response({"ok": True})
