from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/orders")
def orders():
    try:
        return jsonify(load())
    except Exception as e:
        # ruleid: api/error-leak
        return jsonify({"error": str(e)}), 500


@app.route("/more")
def more():
    try:
        return jsonify(load())
    except Missing as e:
        # ok: api/error-leak
        return jsonify({"error": str(e)}), 404
    except Exception as e:
        # ruleid: api/error-leak
        return "Failed: %s" % e, 500
