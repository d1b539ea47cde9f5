from flask import Flask
from flask_restful import Api, Resource, abort

app = Flask(__name__)
api = Api(app)


class Orders(Resource):
    def get(self, order_id):
        if order_id == 1:
            # ruleid: api/error-envelope
            abort(404)
        if order_id == 2:
            # ruleid: api/error-envelope
            abort(404, message="No such order")
        if order_id == 3:
            # The keywords are the body.
            # ok: api/error-envelope
            abort(404, error="No such order", code=404)
        if order_id == 4:
            # ruleid: api/error-envelope
            return {"message": "No such order"}, 404
        # ok: api/error-envelope
        return {"id": order_id}


api.add_resource(Orders, "/orders/<int:order_id>")
