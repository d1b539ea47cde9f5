from flask import Flask, g, jsonify

app = Flask(__name__)


@app.route("/orders/<order_id>")
def read_order(order_id):
    error = {"code": "NOT_FOUND", "message": "No such order"}
    if not order_id:
        # ok: api/request-id
        return jsonify(success=False, error=error, meta={"requestId": g.request_id}), 404
    # ruleid: api/request-id
    return jsonify(success=False, error=error), 404
