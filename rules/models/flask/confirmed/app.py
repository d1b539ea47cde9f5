from flask import Blueprint, Flask, redirect, request, url_for
from flask_login import current_user

app = Flask(__name__)
account = Blueprint("account", __name__)


# Turns away only those who are known.
@account.before_app_request
def ask_to_confirm():
    if current_user.is_authenticated:
        current_user.ping()
        if not current_user.confirmed and request.endpoint and request.endpoint[:8] != "account.":
            return redirect(url_for("account.unconfirmed"))


# route: POST /orders open
@app.post("/orders")
def add_order():
    return "x"


app.register_blueprint(account)
