import flask

from flask_restful import Api as RestApi, Resource

from . import desk, shop
from .admin.views import admin
from .pages.index import pages


def create_app():
    app = flask.Flask(__name__)
    register_blueprints(app)
    register_admin(app, "/admin")
    desk.init_desk(app)
    rest = RestApi(app, prefix="/rest")
    # route: POST /rest/carts open
    rest.add_resource(Carts, "/carts")
    return app


class Carts(Resource):
    def post(self):
        return {}


def register_blueprints(app):
    app.register_blueprint(shop.views.blueprint, url_prefix="/shop")
    app.register_blueprint(pages, url_prefix="/pages")


def register_admin(app, prefix):
    app.register_blueprint(admin, url_prefix="/admin")
