from flask import Blueprint, Flask

main = Blueprint("main", __name__)

from . import views

app = Flask(__name__)
app.register_blueprint(main)
