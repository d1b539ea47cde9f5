from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/orders")
def orders():
    if everything():
        # ok: api/success-flag
        return jsonify(success=True, data=[])
    # ruleid: api/success-flag
    return jsonify(data=[])
