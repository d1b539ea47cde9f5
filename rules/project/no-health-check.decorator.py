from flask import Blueprint

api = Blueprint("api", __name__)


def rest(endpoint):
    def decorator(handler):
        # ok: project/no-health-check
        api.add_url_rule(endpoint, view_func=handler, methods=["GET", "POST"])
        api.add_url_rule(f"{endpoint}.view", view_func=handler, methods=["GET", "POST"])
        return handler

    return decorator


@rest("/ping")
def ping():
    return ""


@rest("/albums")
def albums():
    return Album.select()


@api.get("/license")
def license():
    return ""
