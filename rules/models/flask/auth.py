from functools import wraps

from flask import abort, request


def check(f):
    @wraps(f)
    def inner(*args, **kwargs):
        if not request.headers.get("Authorization"):
            abort(401)
        return f(*args, **kwargs)

    return inner
