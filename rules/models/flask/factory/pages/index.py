from flask import Blueprint

# `index.py` is a module like any other, and does not stand for its folder.
pages = Blueprint("pages", __name__)


# route: POST /pages/visits open
@pages.route("/visits", methods=["POST"])
def visit():
    return {}
