from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/users")
def users():
    if failed():
        # ruleid: api/error-envelope
        return {"error": "No users", "code": 404}, 404
    if gone():
        # ruleid: api/error-envelope
        return jsonify({"error": "Gone", "code": 410, "since": 7}), 410
    if closed():
        # ruleid: api/error-envelope
        return jsonify(error="Closed", code=403), 403
    # ok: api/error-envelope
    return {"message": "found"}
