from flask import Flask, Response, jsonify

app = Flask(__name__)


@app.route("/orders")
def orders():
    if busy():
        # ruleid: api/retry-after
        return jsonify(error="Busy", code=503), 503
    if fast():
        # ok: api/retry-after
        return jsonify(error="Fast", code=429), 429, {"Retry-After": "5"}
    # ok: api/retry-after
    response = jsonify(error="Fast", code=429)
    response.status_code = 429
    response.headers["Retry-After"] = "5"
    return response


@app.route("/names")
def names():
    response = jsonify(error="Fast", code=429)
    if busy():
        # ruleid: api/retry-after
        return response, 503
    response.retry_after = 2
    # ok: api/retry-after
    return response, 429


@app.route("/management/gtg")
def good_to_go():
    # ok: api/retry-after
    return "FAILED", 503


@app.route("/reports")
def reports():
    from werkzeug.exceptions import TooManyRequests

    if busy():
        # ruleid: api/retry-after
        raise TooManyRequests("Too many reports")
    # ok: api/retry-after
    raise TooManyRequests(retry_after=30, description="Too many reports")


@app.route("/shares")
def shares():
    # ok: api/retry-after
    return Response("Too many", 429, {"Retry-After": "10"})


@app.route("/parts")
def parts():
    # ruleid: api/retry-after
    return Response("Too many", 429, {"X-Part": "10"})
