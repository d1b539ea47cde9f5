from flask import Blueprint, request

labels_bp = Blueprint("labels", __name__)


# ok: auth/missing
@labels_bp.route("/labels/<int:id>", methods=["DELETE"])
def remove(id):
    labels.remove(id)
    return {}
