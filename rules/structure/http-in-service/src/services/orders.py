from django.http import HttpRequest
from fastapi import Request
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
