from flask import Flask, jsonify

app = Flask(__name__)


@app.after_request
def retry_later(response):
    if response.status_code in (429, 503):
        response.headers["Retry-After"] = "30"
    return response


@app.get("/reports")
def reports():
    # ok: api/retry-after
    return jsonify(error="Not ready", code=503), 503
