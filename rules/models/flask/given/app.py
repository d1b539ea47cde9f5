from flask import Flask
from flask.views import MethodView

from .things import ItemView, ThingView

app = Flask(__name__)


def register_api(view, endpoint, url, pk="id", pk_type="int"):
    view_func = view.as_view(endpoint)
    app.add_url_rule(url, defaults={pk: None}, view_func=view_func, methods=["GET"])
    app.add_url_rule(url, view_func=view_func, methods=["POST"])
    app.add_url_rule(f"{url}<{pk_type}:{pk}>", view_func=view_func, methods=["GET", "DELETE"])


class PotView(MethodView):
    def get(self, pot_id):
        return {}

    def post(self):
        return {}

    def delete(self, pot_id):
        return {}


# route: GET /pots/ open
# route: POST /pots/ open
# route: GET /pots/<int:pot_id> open
# route: DELETE /pots/<int:pot_id> open
register_api(PotView, "pots", "/pots/", pk="pot_id")
# route: GET /pans/ open
# route: GET /pans/<int:id> open
register_api(ThingView, "pans", "/pans/")


def register(app, model, name):
    item = ItemView.as_view(f"{name}-item", model)
    # route: GET /lids/<int:id> open
    # route: GET /jars/<int:id> open
    app.add_url_rule(f"/{name}/<int:id>", view_func=item)


register(app, Lid, "lids")
register(app, Jar, "jars")
