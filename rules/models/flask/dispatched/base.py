from flask import request
from flask.views import MethodView


class Pages(MethodView):
    def get(self):
        return "list"

    @login_required
    def new(self):
        return "form"

    def dispatch_request(self, *args, **kwargs):
        handler = getattr(self, request.path.split("/")[-1], None) or self.get
        return handler(*args, **kwargs)


class Traced(MethodView):
    def dispatch_request(self, *args, **kwargs):
        trace(request)
        return super().dispatch_request(*args, **kwargs)
