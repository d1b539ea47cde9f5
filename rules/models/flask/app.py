import functools

from flask import Blueprint, Flask, abort, g, request, session, url_for
from flask.views import MethodView
from flask_apispec.views import MethodResource
from flask_jwt_extended import jwt_required
from flask_login import login_required
from flask_restful import Api, Resource

from .auth import check
from .views import BaseItems, Calling

app = Flask(__name__)
bp = Blueprint("users", __name__, url_prefix="/users")
admin = Blueprint("admin", __name__, url_prefix="/unused")


@admin.before_request
def guard():
    if not g.user:
        abort(401)


# route: POST /admin/things authenticated
@admin.route("/things", methods=["POST"])
def things():
    return {}


# route: GET /users open
# route: POST /users open
@bp.route("/", methods=["GET", "POST"])
def users():
    return {}


# route: POST /users/safe authenticated
@bp.post("/safe")
@login_required
def safe():
    return {}


# route: PUT /users/jwt authenticated
@bp.route("/jwt", methods=["PUT"])
@jwt_required()
def jwt():
    return {}


# route: DELETE /users/<int:user_id> authenticated
@bp.delete("/<int:user_id>")
@check
def delete(user_id):
    return {}


# route: POST /login unknown public
@app.post("/login")
def login():
    if request.form["password"] != "x":
        abort(401)
    return {}


class Items(BaseItems):
    def get(self):
        return []

    def post(self):
        return {}


class Open(MethodView):
    def get(self):
        return []

    @login_required
    def post(self):
        return {}

    def delete(self, id):
        return {}


class Documented(MethodResource):
    def put(self):
        return {}


# route: PUT /documented open
app.add_url_rule("/documented", view_func=Documented.as_view("documented"))
# route: GET /items authenticated
# route: POST /items authenticated
app.add_url_rule("/items", view_func=Items.as_view("items"))
view = Open.as_view("open")
# route: GET /open open
# route: POST /open authenticated
app.add_url_rule("/open", view_func=view, methods=["GET", "POST"])
# route: DELETE /open/<int:id> open
app.add_url_rule("/open/<int:id>", view_func=view, methods=["DELETE"])
# route: PUT /fn open
app.add_url_rule("/fn", "fn", users, methods=["PUT"])
# A class that is called for each request handles it by means of its own.
# route: PUT /called unknown
app.add_url_rule("/called", "called", Calling, methods=["PUT"])


# Takes it that somebody is signed in, under a condition that has nothing to do with that.
# route: POST /address unknown
@app.post("/address")
def address():
    if request.form.get("street"):
        current_user.update(street=request.form["street"])
    return {}


# Does something more for callers that it knows, and the rest for everybody.
# route: POST /guestbook open
@app.post("/guestbook")
def guestbook():
    name = current_user.name if current_user.is_authenticated else "somebody"
    save(name)
    return {}

api = Api(bp, prefix="/v1")


class Guarded(Resource):
    method_decorators = [check]

    def put(self, id):
        return {}


class Unguarded(Resource):
    def put(self, id):
        return {}




def timed(view):
    @functools.wraps(view)
    def measured(*args, **kwargs):
        return view(*args, **kwargs)

    return measured


class Timed(MethodView):
    decorators = [timed]

    def put(self):
        return {}


# route: PUT /timed open
app.add_url_rule("/timed", view_func=Timed.as_view("timed"))


# Decorators of other things have no paths.
@mock.patch("requests.get")
def check_nothing(get):
    return {}


# route: PUT /users/v1/r authenticated
# route: PUT /users/v1/r/<int:id> authenticated
api.add_resource(Guarded, "/r", "/r/<int:id>")
# route: PUT /users/v1/s open
api.add_resource(Unguarded, "/s")
app.register_blueprint(bp)
app.register_blueprint(admin, url_prefix="/admin")


projects = Blueprint("projects", __name__, url_prefix="/projects")
bills = Blueprint("bills", __name__, url_prefix="/bills")


# route: POST /welcome authenticated
@app.route("/welcome", methods=["POST"])
def welcome():
    if "pending_user_id" not in session:
        return redirect(url_for("index"))
    return {}


@projects.url_value_preprocessor
def pull_project(endpoint, values):
    if not session.get("user_id"):
        abort(401)


# route: POST /projects/<project_id>/edit authenticated
@projects.route("/<project_id>/edit", methods=["POST"])
def edit_project(project_id):
    return {}


@bills.url_value_preprocessor
def pull_bill(endpoint, values):
    entered = values.pop("bill_id", None)
    if entered:
        if not session.get("user_id"):
            raise Redirect303(url_for(".authenticate", bill_id=entered))


# What was put into the session before somebody went to another site to sign in says nothing of who it is.
# route: GET /arrived unknown
@app.get("/arrived")
def arrived():
    if request.args["state"] != session["oidc_state"]:
        return redirect(url_for("login"))
    return {}


# Only some of the routes have what it looks for.
# route: POST /bills unknown
@bills.route("/", methods=["POST"])
def create_bill():
    return {}


# route: GET /feed open
@app.get("/feed")
@jwt_required(optional=True)
def feed():
    return {}


# route: GET /wall authenticated
@app.get("/wall")
@jwt_required(fresh=True)
def wall():
    return {}


def traced(inner_view):
    @functools.wraps(inner_view)
    def wrapper(*args, **kwargs):
        return inner_view(*args, **kwargs)

    return wrapper


# Named like what decorators call the function that they are given.
# route: GET /inner-view authenticated
@app.get("/inner-view")
def inner_view():
    if not session.get("user_id"):
        abort(401)
    return {}


# route: POST /traces open
@app.post("/traces")
@traced
def traces():
    return {}


# The route is registered before the guard is put around its function.
@login_required
# route: POST /late open
@app.post("/late")
def late():
    return {}


# route: POST /twice authenticated
@app.route("/twice", methods=["POST"])
@login_required
# route: POST /once open
@app.route("/once", methods=["POST"])
def twice():
    return {}


class Login(MethodView):
    def post(self):
        token = sessions.open(request.json["email"], request.headers.get("X-Token"))
        if not token:
            return {}, 401
        return {}


# Whoever turns wrong passwords away authenticates nobody before that.
# route: POST /session/login open public
app.add_url_rule("/session/login", view_func=Login.as_view("login"))


def pong():
    return {}


# route: GET /pong open
app.route("/pong")(pong)
# route: POST /pongs authenticated
app.route("/pongs", methods=["POST"])(login_required(pong))


# A session with the database says nothing of who calls.
# route: POST /seats open
@app.route("/seats", methods=["POST"])
def take_seat():
    session = get_session()
    guest = session.query(Guest).get(request.json["guestId"])
    if guest.table is None:
        raise ValueError("There is no such table")
    return {}


# What is reported of another program turns nobody away.
# route: POST /installations open
@app.route("/installations", methods=["POST"])
def install():
    report = f"Key: {api_key[:4]}"
    report += "The program is not authenticated\n"
    return {"report": report}


# By the address that somebody calls from.
# route: POST /local-tokens unknown
@app.route("/local-tokens", methods=["POST"])
def local_token():
    if request.remote_addr != "127.0.0.1":
        return {}, 403
    return {}
