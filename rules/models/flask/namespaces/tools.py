from flask_restx import Namespace, Resource

ns = Namespace("tools", path="/tools")


# route: GET /api/shed open
@ns.route("/")
class Tools(Resource):
    def get(self):
        return []
