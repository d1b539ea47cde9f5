from flask import Blueprint


def init_desk(app):
    desk = Blueprint("desk", __name__, url_prefix="/desk")
    outer = Blueprint("outer", __name__, url_prefix="/outer")

    # route: POST /outer/desk/notes open
    @desk.post("/notes")
    def add():
        return {}

    outer.register_blueprint(desk)
    app.register_blueprint(outer)
