from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/users")
def users():
    if failed():
        # ruleid: api/error-envelope
        return {"message": "No users"}, 404
    if gone():
        # ruleid: api/error-envelope
        return jsonify({"message": "Gone", "since": 7}), 410
    if closed():
        # ruleid: api/error-envelope
        return jsonify(message="Closed"), 403
    if foreign():
        # What OAuth prescribes is agreed on by more than the project.
        # ok: api/error-envelope
        return jsonify({"error": "invalid_grant", "error_description": "Not yours"}), 400
    # ok: api/error-envelope
    return {"message": "found"}
