from flask import Blueprint, Flask, abort, g, request, session
from flask.views import MethodView
from flask_login import login_required
from flask_restful import Api, Resource

from .charts import duplicate

app = Flask(__name__)
bp = Blueprint("orders", __name__, url_prefix="/orders")
guarded = Blueprint("guarded", __name__)


@guarded.before_request
def require_user():
    if g.user is None:
        abort(401)


# ruleid: auth/missing
@app.route("/teams", methods=["GET", "POST"])
def teams():
    return {}


# ok: auth/missing
@app.route("/teams/all")
def all_teams():
    return {}


# ok: auth/missing
@app.route("/teams/<int:team>", methods=["PUT"])
@login_required
def update(team):
    return {}


# ruleid: auth/missing
@bp.delete("/<int:order>")
def delete(order):
    return {}


# ok: auth/missing
@guarded.post("/things")
def things():
    return {}


# ok: auth/missing
@app.post("/inside")
def inside():
    if "user_id" not in session:
        abort(401)
    return {}


# ok: auth/missing
@app.post("/login")
def login():
    return {}


# ok: auth/missing
@app.post("/webhooks/stripe")
def stripe():
    return {}


class Items(MethodView):
    decorators = [login_required]

    def post(self):
        return {}


class Open(MethodView):
    def get(self):
        return []

    def post(self):
        return {}


# ok: auth/missing
app.add_url_rule("/items", view_func=Items.as_view("items"))
# ruleid: auth/missing
app.add_url_rule("/open", view_func=Open.as_view("open"))
# ok: auth/missing
app.add_url_rule("/read", view_func=Open.as_view("read"), methods=["GET"])

api = Api(app)


class Task(Resource):
    def patch(self, task):
        return {}


# ruleid: auth/missing
api.add_resource(Task, "/tasks/<int:task>")
app.register_blueprint(bp)
app.register_blueprint(guarded, url_prefix="/guarded")


# A cart in the session says nothing of who calls.
# ruleid: auth/missing
@app.post("/cart")
def add_to_cart():
    if "cart" not in session:
        session["cart"] = []
    session["cart"].append(request.json["item"])
    return {}


# A refusal for other reasons is no authentication.
# ruleid: auth/missing
@app.put("/members/<int:member_id>")
def change_member(member_id):
    member = members.get(member_id)
    if member.is_protected:
        return {"error": "protected"}, 403
    return {}


# ok: auth/missing
@app.post("/notes")
def note():
    if "user_id" not in session:
        return redirect(url_for("login"))
    return {}


def load_member():
    token = request.headers.get("Authorization")
    if not token:
        return None
    return find(token)


# ok: auth/missing
@app.post("/letters")
def letter():
    member = load_member()
    if member is None:
        return {"error": "who are you"}, 401
    return {}


# Nobody looks at what it returns.
# ruleid: auth/missing
@app.post("/postcards")
def postcard():
    load_member()
    return {}


# A page is the same whatever the method.
# ok: auth/missing
@app.route("/app", methods=["GET", "POST"])
def page():
    return send_from_directory("static", "index.html")


# ruleid: auth/missing
@app.route("/files", methods=["GET", "POST"])
def files():
    if request.method == "POST":
        store(request.files)
    return send_from_directory("static", "files.html")


# By all that it does it only reads.
# ok: auth/missing
@app.post("/charts/<chart>")
def chart(chart):
    if not is_valid(chart):
        return jsonify({"error": "No chart"}), 400
    rows, total = find_rows(db, chart)
    for row in rows:
        row["share"] = round(row["count"] / total, 2)
    return jsonify({"rows": rows})


# What only makes something of what it is given reads nothing.
# ruleid: auth/missing
@app.post("/pictures")
def keep_picture():
    try:
        return jsonify({"picture": parse_name(request.args["name"])})
    except ValueError as error:
        return jsonify({"error": str(error)})


# What is done for its effect alone may change something.
# ruleid: auth/missing
@app.post("/charts/<chart>/refresh")
def refresh(chart):
    rows, _ = find_rows(db, chart)
    rebuild(rows)
    return jsonify({"rows": rows})


# So may what is called by a name that says neither.
# ruleid: auth/missing
@app.post("/charts/<chart>/copy")
def copy_chart(chart):
    rows, _ = find_rows(db, chart)
    return jsonify({"copy": duplicate(rows)})


# Whoever got the mail has the token.
# ok: auth/missing
@app.post("/account-address")
def confirm_address():
    data = request.get_json()
    if not data or data.get("token") is None:
        return {"error": "No token"}, 400
    token = data.get("token")
    user = User.query.filter_by(confirmation_token=token).first()
    user.email = user.new_email
    db.session.commit()
    return {}


# An allocation is no place to send somebody to.
# ruleid: auth/missing
@app.route("/projects/<int:project_id>/allocations/<employee_id>", methods=["DELETE"])
def remove_from_project(project_id, employee_id):
    return ProjectController.delete_allocation(project_id, employee_id)
