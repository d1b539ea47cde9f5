from flask import Blueprint, request

carts_bp = Blueprint("carts", __name__)


# ok: auth/missing
@carts_bp.route("/carts/<int:id>", methods=["DELETE"])
def remove(id):
    carts.remove(id)
    return {}
