import flask

from . import shop
from .admin.views import admin


def create_app():
    app = flask.Flask(__name__)
    register_blueprints(app)
    register_admin(app, "/admin")
    return app


def register_blueprints(app):
    app.register_blueprint(shop.views.blueprint, url_prefix="/shop")


def register_admin(app, prefix):
    app.register_blueprint(admin, url_prefix="/admin")
