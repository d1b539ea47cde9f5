from flask import Blueprint, Flask
from flask_restx import Api

from .rooms import ns as rooms_ns
from .tools import ns as tools_ns

blueprint = Blueprint("api", __name__, url_prefix="/api/")
api = Api(blueprint)
api.add_namespace(rooms_ns)
api.add_namespace(tools_ns, path="/shed")
desks = api.namespace("desks", description="Where people sit")


# route: GET /api/desks/<int:id> open
@desks.route("/<int:id>", methods=["GET"])
class Desk(Resource):
    def get(self, id):
        return {}

    # Takes no requests: the registration names the methods.
    def post(self, id):
        return {}


app = Flask(__name__)
app.register_blueprint(blueprint)
