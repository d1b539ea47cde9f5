from functools import wraps

from flask import Flask, abort, request

app = Flask(__name__)


def token_required(function):
    @wraps(function)
    def decorated(*args, **kwargs):
        if request.headers.get("Authorization") != "Bearer secret":
            abort(401)
        return function(*args, **kwargs)

    return decorated


@app.route("/api/orders", methods=["GET", "POST"])
@token_required
def orders():
    return []


@app.route("/api/orders/<int:order_id>", methods=["DELETE"])
@token_required
def remove(order_id):
    return {}


@app.route("/<path:page>")
@token_required
def anything(page):
    return page
