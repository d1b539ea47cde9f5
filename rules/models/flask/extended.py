from flask import Blueprint, Flask

from .extension import keys

bp = Blueprint("locks", __name__, url_prefix="/locks")
keys.init_app(bp)


# route: POST /locks authenticated
@bp.post("")
def add_lock():
    return {}


app = Flask(__name__)
app.register_blueprint(bp)
