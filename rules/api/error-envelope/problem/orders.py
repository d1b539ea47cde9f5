from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/orders/<order_id>")
def read_order(order_id):
    if not order_id:
        # ok: api/error-envelope
        return jsonify(type="about:blank", title="No such order", status=404), 404
    # ruleid: api/error-envelope
    return jsonify(title="No such order", status="404"), 404
