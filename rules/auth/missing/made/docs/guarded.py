from flask import Flask
from flask_login import login_required

app = Flask(__name__)


# ok: auth/missing
@app.route("/orders/<int:id>", methods=["DELETE"])
@login_required
def remove(id):
    return {}
