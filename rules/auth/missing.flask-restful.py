from flask import Flask
from flask_jwt_extended import jwt_required
from flask_restful import Api, Resource

app = Flask(__name__)
api = Api(app)


class Van(Resource):
    # Each method has decorators of its own.
    method_decorators = {"delete": [jwt_required()]}

    def get(self, van):
        return {"van": van}

    def delete(self, van):
        return "", 204


class Truck(Resource):
    method_decorators = {"delete": [jwt_required()]}

    def delete(self, truck):
        return "", 204

    def put(self, truck):
        return "", 204


# ok: auth/missing
api.add_resource(Van, "/vans/<int:van>")
# ruleid: auth/missing
api.add_resource(Truck, "/trucks/<int:truck>")
