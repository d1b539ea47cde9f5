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
    if foreign():
        # What OAuth prescribes is agreed on by more than the project.
        # ok: api/error-envelope
        return jsonify({"error": "invalid_grant", "error_description": "Not yours"}), 400
    # ok: api/error-envelope
    return {"message": "found"}
