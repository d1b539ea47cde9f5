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


def publications():
    try:
        return read(), True
    except Exception as error:
        # ok: api/error-leak
        return error, False


@app.route("/checked")
def checked():
    try:
        return read()
    except Exception as error:
        if not isinstance(error, Missing):
            raise
        # ok: api/error-leak
        return jsonify(error=str(error)), 404
