from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/orders/<order_id>")
def read_order(order_id):
    if not order_id:
        # ruleid: api/ok-status-on-error
        return jsonify({"error": "An id is needed"})
    if order_id == "1":
        # ruleid: api/ok-status-on-error
        return {"success": False}
    if order_id == "2":
        # ok: api/ok-status-on-error
        return jsonify({"error": "No such order", "code": 404}), 404
    if order_id == "3":
        # ruleid: api/ok-status-on-error
        return jsonify(error="No such order"), 200
    response = jsonify(error="No such order", code=404)
    response.status_code = 404
    if order_id == "4":
        # ok: api/ok-status-on-error
        return response
    # ok: api/ok-status-on-error
    return jsonify(error=None, order=order_id)


@app.route("/keys")
def keys():
    # ok: api/ok-status-on-error
    response = jsonify({"error": "No key", "code": 404})
    # ok: api/ok-status-on-error
    return response, 404


@app.route("/branches")
def branches():
    response = {}
    if request.args.get("name"):
        response["names"] = find(request.args["name"])
        # ok: api/ok-status-on-error
        return response, 200
    else:
        response["error"] = {"message": "no name"}
        # ruleid: api/ok-status-on-error
        return response, 200


@app.route("/leaves")
def leaves():
    response = {}
    if not request.args.get("name"):
        response["error"] = "no name"
        return response, 400
    # ok: api/ok-status-on-error
    return response, 200
