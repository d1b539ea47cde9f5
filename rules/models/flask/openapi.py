from flask import request
from flask_jwt_extended import verify_jwt_in_request
from flask_openapi3 import APIBlueprint, OpenAPI

api = APIBlueprint("shelves", __name__, url_prefix="/shelves")
app = OpenAPI(__name__)


def is_open():
    if request.path.startswith("/open"):
        return True
    return False


@app.before_request
def guard():
    if is_open():
        return
    verify_jwt_in_request()


# Some paths are open, and another function says which.
# route: POST /shelves unknown
@api.post("")
def add_shelf(body):
    return {}


app.register_api(api)
