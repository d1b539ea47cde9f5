from flask import Blueprint, abort, session

admin = Blueprint("admin", __name__)


@admin.before_request
def check():
    if "user_id" not in session:
        abort(401)


# route: POST /admin/users authenticated
@admin.post("/users")
def create():
    return {}
