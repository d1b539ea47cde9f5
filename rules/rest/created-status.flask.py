from flask import Blueprint, Flask, jsonify, make_response, redirect, render_template, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)
teams = Blueprint("teams", __name__, url_prefix="/teams")


@app.route("/orders", methods=["POST"])
def create_order():
    order = Order(**request.get_json())
    db.session.add(order)
    db.session.commit()
    # ruleid: rest/created-status
    return jsonify(order.to_dict())


@app.post("/invoices")
def create_invoice():
    invoice = Invoice(**request.json)
    db.session.add(invoice)
    db.session.commit()
    # ruleid: rest/created-status
    return {"id": invoice.id}, 200


@teams.post("/<team_id>/members")
def add_member(team_id):
    db.session.add(Member(team_id=team_id))
    db.session.commit()
    # ruleid: rest/created-status
    return make_response(jsonify(ok=True), 200)


@app.post("/users")
def create_user():
    user = User(**request.json)
    db.session.add(user)
    db.session.commit()
    # ok: rest/created-status
    return jsonify(user.to_dict()), 201


@app.post("/labels")
def create_label():
    db.session.add(Label(**request.json))
    db.session.commit()
    response = jsonify(ok=True)
    response.status_code = 201
    # ok: rest/created-status
    return response


# Forms lead to pages.
@app.route("/comments", methods=["POST"])
def create_comment():
    db.session.add(Comment(text=request.form["text"]))
    db.session.commit()
    # ok: rest/created-status
    return redirect("/comments")


@app.route("/photos", methods=["POST"])
def create_photo():
    db.session.add(Photo(url=request.form["url"]))
    db.session.commit()
    # ok: rest/created-status
    return render_template("photo.html")


# One function for two methods.
@app.route("/notes", methods=["GET", "POST"])
def notes():
    if request.method == "POST":
        db.session.add(Note(text=request.form["text"]))
        db.session.commit()
    # ok: rest/created-status
    return jsonify(notes=[])


@app.post("/orders/<order_id>/approve")
def approve_order(order_id):
    db.session.add(Approval(order_id=order_id))
    db.session.commit()
    # ok: rest/created-status
    return jsonify(approved=True)
