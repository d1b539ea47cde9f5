from aiohttp import web


async def send(request: web.Request) -> web.Response:
    return web.json_response({"sent": True})


class Letters:
    async def drop(self, request: web.Request) -> web.Response:
        return web.json_response({"dropped": True})
