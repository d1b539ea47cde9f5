import functools

from aiohttp import web


def clerks_only(handler):
    @functools.wraps(handler)
    async def checked(request: web.Request) -> web.StreamResponse:
        if not await request.app["sessions"].clerk(request.cookies.get("sid")):
            raise web.HTTPForbidden()
        return await handler(request)

    return checked


def counted(handler):
    @functools.wraps(handler)
    async def counting(request: web.Request) -> web.StreamResponse:
        request.app["calls"] += 1
        return await handler(request)

    return counting
