from flask import Blueprint, request

orders_bp = Blueprint("orders", __name__)


# ok: auth/missing
@orders_bp.route("/orders/<int:id>", methods=["DELETE"])
def remove(id):
    orders.remove(id)
    return {}
