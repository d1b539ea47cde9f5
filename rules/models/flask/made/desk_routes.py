from flask import Blueprint


def make():
    desks = Blueprint("desks", __name__)

    # route: POST /desks/tidy open
    @desks.post("/tidy")
    def tidy():
        return "x"

    return desks
