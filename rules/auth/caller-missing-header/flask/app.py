from functools import wraps

import requests
from flask import Flask, abort, request

app = Flask(__name__)
PORT = 9222


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


@app.route("/json/version")
@token_required
def version():
    # ok: auth/caller-missing-header
    return requests.get(f"http://127.0.0.1:{PORT}/json/version", timeout=1).json()
