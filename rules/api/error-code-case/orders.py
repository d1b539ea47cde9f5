from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/orders/<order_id>")
def read_order(order_id):
    if not order_id:
        # ok: api/error-code-case
        return jsonify(error={"code": "ID_MISSING", "message": "An id is needed"}), 400
    # ruleid: api/error-code-case
    return jsonify(error={"code": "not_found", "message": "No such order"}), 404
