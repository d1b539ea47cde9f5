from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/users")
def users():
    if failed():
        # ruleid: api/error-envelope
        return {"error": "No users", "code": 404}, 404
    # ok: api/error-envelope
    return {"message": "found"}
