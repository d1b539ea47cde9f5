from flask.views import MethodView
from flask_login import login_required


class BaseItems(MethodView):
    decorators = [login_required]


class Calling:
    def __init__(self):
        self.check_access()

    def check_access(self):
        raise NotImplementedError
