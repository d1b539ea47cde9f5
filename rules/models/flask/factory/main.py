import flask

from . import shop
from .admin.views import admin
from .pages.index import pages


def create_app():
    app = flask.Flask(__name__)
    register_blueprints(app)
    register_admin(app, "/admin")
    return app


def register_blueprints(app):
    app.register_blueprint(shop.views.blueprint, url_prefix="/shop")
    app.register_blueprint(pages, url_prefix="/pages")


def register_admin(app, prefix):
    app.register_blueprint(admin, url_prefix="/admin")
