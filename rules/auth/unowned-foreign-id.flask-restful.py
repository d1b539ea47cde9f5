from flask import Flask
from flask_jwt_extended import current_user, jwt_required
from flask_restful import Api, Resource, reqparse

from shop.database import db
from shop.models import Ride, Van

app = Flask(__name__)
api = Api(app)
parser = reqparse.RequestParser()
parser.add_argument("van_id", type=int, required=True)


class Rides(Resource):
    method_decorators = [jwt_required()]

    def post(self):
        given = parser.parse_args()
        # ruleid: auth/unowned-foreign-id
        db.session.add(Ride(van_id=given["van_id"]))
        db.session.commit()
        return {}, 201

    def put(self):
        given = parser.parse_args()
        van = Van.query.filter_by(id=given["van_id"], driver_id=current_user.id).first_or_404()
        # ok: auth/unowned-foreign-id
        db.session.add(Ride(van_id=given["van_id"]))
        db.session.commit()
        return {}, 201


api.add_resource(Rides, "/rides")
