from flask import Blueprint, request

teams_bp = Blueprint("teams", __name__)


# ok: auth/missing
@teams_bp.route("/teams/<int:id>", methods=["DELETE"])
def remove(id):
    teams.remove(id)
    return {}
