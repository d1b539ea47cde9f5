from flask import Flask
from flask_restful import Api, Resource

from shop.database import db
from shop.models import Van


class Vans(Resource):
    def get(self):
        return {"vans": []}

    def post(self):
        van = Van(plate="A 1")
        db.session.add(van)
        db.session.commit()
        # ruleid: rest/created-status
        return {"plate": van.plate}


class Trucks(Resource):
    def post(self):
        truck = Van(plate="B 1")
        db.session.add(truck)
        db.session.commit()
        # ok: rest/created-status
        return {"plate": truck.plate}, 201


app = Flask(__name__)
api = Api(app)
api.add_resource(Vans, "/vans")
api.add_resource(Trucks, "/trucks")
