import json

from flask import Blueprint, Response, abort, current_app, jsonify, make_response
from werkzeug.exceptions import Forbidden

orders = Blueprint("orders", __name__)


def error(message, code):
    return jsonify(message=message), code


@orders.route("/orders/<order_id>")
def read_order(order_id):
    if not order_id:
        # ruleid: api/error-envelope
        return jsonify({"message": "An id is needed"}), 400
    if order_id == "1":
        # ok: api/error-envelope
        return jsonify(error="No such order", code=404), 404
    if order_id == "2":
        # ruleid: api/error-envelope
        return {"error": "No such order"}, 404
    if order_id == "3":
        # ruleid: api/error-envelope
        return make_response(jsonify(msg="No such order"), 404)
    if order_id == "4":
        # ruleid: api/error-envelope
        abort(404)
    if order_id == "5":
        # ruleid: api/error-envelope
        return "No such order", 404
    if order_id == "6":
        # ok: api/error-envelope
        return "", 404
    if order_id == "7":
        # ruleid: api/error-envelope
        return Response(json.dumps({"detail": "No such order"}), status=404, mimetype="application/json")
    if order_id == "8":
        # ok: api/error-envelope
        return Response(json.dumps({"error": "No such order", "code": 404}), status=404)
    if order_id == "9":
        # ruleid: api/error-envelope
        return error("No such order", 404)
    if order_id == "12":
        # ruleid: api/error-envelope
        raise Forbidden
    if order_id == "13":
        # ruleid: api/error-envelope
        return current_app.response_class(json.dumps({"msg": "Closed"}), status=403)
    body = {"error": "Taken"}
    body["code"] = 409
    if order_id == "10":
        # ok: api/error-envelope
        return jsonify(body), 409
    reply = {}
    reply["reason"] = "Taken"
    if order_id == "11":
        # ruleid: api/error-envelope
        return jsonify(reply), 409
    # ok: api/error-envelope
    return jsonify(message="found")


def pair(order):
    # ok: api/error-envelope
    return order, 500 if order is None else 200


def send_code():
    try:
        mail()
    except OSError:
        # ok: api/error-envelope
        return False, 503, "The code could not be sent"
