from django.http import HttpRequest
from fastapi import Depends, Request
from flask import request as current


# ruleid: structure/http-in-service
def place_order(request: Request):
    return insert(request.state.order)


# ruleid: structure/http-in-service
def import_orders(rows, request: HttpRequest):
    return rows, request.user


# ruleid: structure/http-in-service
def search(request):
    return find(request.GET["q"])


def from_anywhere():
    # ruleid: structure/http-in-service
    return current.args


# ok: structure/http-in-service
def insert(order):
    return order


# ok: structure/http-in-service
def approve(request):
    return request.approved_by


# ok: structure/http-in-service
def dependency(request: Request, session: Session = Depends(open_session)):
    return request.path_params["id"]


class OrderHooks:
    # ok: structure/http-in-service
    async def on_after_place(self, order, request: Optional[Request] = None):
        return order

    @classmethod
    # ok: structure/http-in-service
    def create_service(cls, context, request: Request):
        return cls(request.registry.settings["orders"])


def permitted(name):
    # ok: structure/http-in-service
    async def check(
        request: Request,
        session: AsyncSession = Depends(open_session),
        caller: dict = Depends(get_caller),
    ) -> None:
        return request.query_params[name]

    return check
