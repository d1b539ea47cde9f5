from flask import Flask, Response, abort, jsonify, make_response

app = Flask(__name__)


@app.get("/users/<int:id>")
def one(id):
    if id == 0:
        # response: 404 {error, code}
        return jsonify(error="No such user", code=404), 404
    # response: 200 default {id}
    return {"id": id}


@app.post("/users")
def make():
    if forbidden():
        # response: 403 text exception
        abort(403)
    # response: 201 {id} sets location
    return {"id": 1}, 201, {"Location": "/users/1"}


@app.put("/users/<int:id>")
def change(id):
    # response: 409 {error}
    response = jsonify({"error": "Taken"})
    response.status_code = 409
    return response


@app.get("/busy")
def busy():
    # response: 503 {error, code}
    return make_response({"error": "Busy", "code": 503}, 503)


@app.get("/text")
def text():
    # response: 404 text
    return Response("No such thing", status=404)


@app.get("/full")
def full():
    if request.args:
        # response: 503 empty sets retry-after
        return Response(status=503, headers={"Retry-After": "10"})
    # response: 429 empty
    return Response(status=429)


# What no route gives is no answer.
def quiet():
    return {"error": "x"}
