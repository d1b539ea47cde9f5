from flask_restx import Namespace, Resource

ns = Namespace("rooms", description="Rooms")


# route: GET /api/rooms/<int:id> open
@ns.route("/<int:id>")
class Room(Resource):
    def get(self, id):
        return {}
