from flask import Blueprint, request

invoices_bp = Blueprint("invoices", __name__)


# ok: auth/missing
@invoices_bp.route("/invoices/<int:id>", methods=["DELETE"])
def remove(id):
    invoices.remove(id)
    return {}
