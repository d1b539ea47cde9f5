from flask import Flask

from .service import Ledger


def create_app(service: Ledger | None = None) -> Flask:
    app = Flask(__name__)
    ledger = service or Ledger()

    @app.get("/accounts/close")
    def close():
        ledger.close()
        return "", 204

    @app.post("/accounts/reopen")
    def reopen():
        ledger.reopen()
        return "", 204

    return app
