from flask import Flask

from made import desk_routes


def create_app():
    app = Flask(__name__)
    desks = desk_routes.make()
    app.register_blueprint(desks, url_prefix="/desks")
    return app
