import json

from aiohttp import web


async def read_order(request):
    order_id = request.match_info["order_id"]
    if not order_id:
        # ruleid: api/error-envelope
        return web.json_response({"message": "An id is needed"}, status=400)
    if order_id == "1":
        # ok: api/error-envelope
        return web.json_response({"error": "No such order", "code": 404}, status=404)
    if order_id == "2":
        # ruleid: api/error-envelope
        raise web.HTTPNotFound()
    if order_id == "3":
        # ok: api/error-envelope
        raise web.HTTPNotFound(text=json.dumps({"error": "No such order", "code": 404}))
    if order_id == "4":
        # ruleid: api/error-envelope
        return web.Response(text="No such order", status=404)
    if order_id == "6":
        # ruleid: api/error-envelope
        raise web.HTTPForbidden
    if order_id == "7":
        # ruleid: api/error-envelope
        raise web.HTTPBadRequest(body=json.dumps({"reason": "Closed"}).encode(), content_type="application/json")
    if order_id == "5":
        # ok: api/error-envelope
        raise web.HTTPFound("/orders")
    # ok: api/error-envelope
    return web.json_response({"message": "found"})
