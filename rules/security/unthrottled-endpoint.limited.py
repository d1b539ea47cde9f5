from flask import Flask
from middleware import register_rate_limit_guard


def create_app():
    app = Flask(__name__)
    register_rate_limit_guard(app)

    # ok: security/unthrottled-endpoint
    @app.route("/login", methods=["POST"])
    def login():
        return {}

    return app


bare = Flask(__name__)


# ruleid: security/unthrottled-endpoint
@bare.post("/login")
def bare_login():
    return {}
