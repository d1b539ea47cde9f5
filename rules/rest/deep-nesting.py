from flask import Blueprint, Flask

app = Flask(__name__)
bp = Blueprint("orgs", __name__, url_prefix="/api/v1/orgs/<int:org>")


# ruleid: rest/deep-nesting
@app.get("/users/<int:user>/posts/<int:post>/comments/<int:comment>/likes")
def likes(user, post, comment): ...


# ruleid: rest/deep-nesting
@bp.get("/teams/<int:team>/members/<int:member>/roles")
def roles(org, team, member): ...


# ok: rest/deep-nesting
@bp.get("/teams/<int:team>/members/<int:member>")
def member(org, team, member): ...


# ok: rest/deep-nesting
@app.get("/api/v1/users/<int:user>/posts/<int:post>/comments")
def comments(user, post): ...


# ok: rest/deep-nesting
@app.get("/admin/reports/sales/monthly/summary")
def summary(): ...


app.register_blueprint(bp)
