from flask.views import MethodView


class ThingView(MethodView):
    def get(self, id=None):
        return {}


class ItemView(MethodView):
    init_every_request = False

    def __init__(self, model):
        self.model = model

    def get(self, id):
        return {}
