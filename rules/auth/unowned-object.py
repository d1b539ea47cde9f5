from flask import Flask, jsonify, request
from flask_login import current_user, login_required

app = Flask(__name__)


class Note(db.Model):
    owner_id = db.Column(db.Integer, db.ForeignKey("users.id"))
    text = db.Column(db.String)


class City(db.Model):
    name = db.Column(db.String)


@app.route("/cards", methods=["POST"])
@token_required
def create_card(current_user):
    cursor.execute("INSERT INTO cards (user_id, kind) VALUES (%s, %s)", (current_user["id"], request.json["kind"]))
    return jsonify({})


@app.route("/cards/<int:card_id>/freeze", methods=["POST"])
@token_required
def freeze(current_user, card_id):
    # ruleid: auth/unowned-object
    cursor.execute(f"UPDATE cards SET frozen = TRUE WHERE id = {card_id}")
    return jsonify({})


@app.route("/cards/<int:card_id>")
@token_required
def show(current_user, card_id):
    # ruleid: auth/unowned-object
    cursor.execute("SELECT * FROM cards WHERE id = %s", (card_id,))
    return jsonify(cursor.fetchone())


@app.route("/cards/<int:card_id>/thaw", methods=["POST"])
@token_required
def thaw(current_user, card_id):
    # ok: auth/unowned-object
    cursor.execute("UPDATE cards SET frozen = FALSE WHERE id = %s AND user_id = %s", (card_id, current_user["id"]))
    return jsonify({})


@app.route("/cards/<int:card_id>/block", methods=["POST"])
@token_required
@roles_required("support")
def block(current_user, card_id):
    # ok: auth/unowned-object
    cursor.execute("UPDATE cards SET blocked = TRUE WHERE id = %s", (card_id,))
    return jsonify({})


@app.route("/admin/cards/<int:card_id>", methods=["DELETE"])
@token_required
def remove(current_user, card_id):
    # ok: auth/unowned-object
    cursor.execute("DELETE FROM cards WHERE id = %s", (card_id,))
    return jsonify({})


@app.route("/cards/stale", methods=["DELETE"])
@token_required
def remove_stale(current_user):
    # ok: auth/unowned-object
    cursor.execute("DELETE FROM cards WHERE expires < now()")
    return jsonify({})


@app.route("/notes/<int:note_id>")
@login_required
def read_note(note_id):
    # ruleid: auth/unowned-object
    note = Note.query.filter_by(id=note_id).first_or_404()
    return jsonify({"text": note.text})


@app.route("/my-notes/<int:note_id>")
@login_required
def read_own_note(note_id):
    # ok: auth/unowned-object
    note = Note.query.filter_by(id=note_id).first_or_404()
    if note.owner_id != current_user.id:
        abort(403)
    return jsonify({"text": note.text})


@app.route("/cities/<int:city_id>")
@login_required
def read_city(city_id):
    # ok: auth/unowned-object
    city = City.query.filter_by(id=city_id).first_or_404()
    return jsonify({"name": city.name})


@app.route("/cards/<int:card_id>/history")
@seller_required
def history(current_seller, card_id):
    # ok: auth/unowned-object
    cursor.execute("SELECT * FROM cards WHERE id = %s AND seller = %s", (card_id, current_seller["id"]))
    return jsonify(cursor.fetchall())


# Whom it is shown to decides nothing.
@app.route("/notes/<int:note_id>/page")
@login_required
def note_page(note_id):
    # ruleid: auth/unowned-object
    note = Note.query.get(note_id)
    return render_template("note.html", note=note, user=current_user)


# That somebody is signed in says nothing of whose note it is.
@app.route("/notes/picked", methods=["POST"])
def picked_note():
    token = request.headers.get("Authorization")
    if not verify_token(token):
        return jsonify({"error": "Sign in"}), 401
    # ruleid: auth/unowned-object
    note = Note.query.get(request.json["id"])
    return jsonify({"text": note.text})


@app.route("/notes/<int:note_id>/shared")
@login_required
def shared_note(note_id):
    # ok: auth/unowned-object
    note = Note.query.get(note_id)
    if not may_read(current_user, note):
        abort(403)
    return render_template("note.html", note=note, user=current_user)


@app.route("/notes/<int:note_id>/staff")
@login_required
def staff_note(note_id):
    if not current_user.is_staff:
        abort(403)
    # ok: auth/unowned-object
    note = Note.query.get(note_id)
    return jsonify({"text": note.text})


# What he is shown are his own.
@app.route("/notes/<int:note_id>/tokens")
@login_required
def note_tokens(note_id):
    # ok: auth/unowned-object
    user_tokens = Note.query.filter_by(id=note_id, owner_id=current_user.id).all()
    return render_template("tokens.html", tokens=user_tokens)


@app.route("/notes/<int:note_id>/parts")
@login_required
def note_parts(note_id):
    # ok: auth/unowned-object
    return render_template("parts.html", parts=Note.query.filter_by(id=note_id, owner_id=current_user.id).all())


# Somebody is let in by what he sends.
@app.route("/notes/opened", methods=["POST"])
@login_required
def opened_note():
    name = request.form["name"]
    # ok: auth/unowned-object
    if Note.query.filter_by(owner=name).first():
        return jsonify({})
    return jsonify({}), 404


# The client says whose they are, and the caller stands in where it says nothing.
@app.route("/notes/of")
@login_required
def notes_of():
    user_id = request.args.get("user_id", current_user.id)
    # ruleid: auth/unowned-object
    notes = Note.query.filter_by(owner_id=user_id).all()
    return jsonify([note.text for note in notes])


# What nobody needs to sign in for is for everybody.
@app.route("/shared/<int:note_id>")
def shared(note_id):
    # ok: auth/unowned-object
    note = Note.query.filter_by(id=note_id).first_or_404()
    return jsonify({"text": note.text})


class Member(db.Model):
    email = db.Column(db.String)
    hashed_password = db.Column(db.String)


class Applicant(db.Model):
    ssn = db.Column(db.String)


# Somebody's account, under a name of its own that the client gives.
@app.route("/members/password", methods=["POST"])
@token_required
def change_password(current_user):
    data = request.get_json()
    user_id = data.get("user_id")
    # ruleid: auth/unowned-object
    member = Member.query.get(user_id)
    member.set_password(data.get("password"))
    db.session.commit()
    return jsonify({})


# Whoever it is may be looked up.
@app.route("/members/<int:number>")
@token_required
def show_member(current_user, number):
    # ok: auth/unowned-object
    member = Member.query.get(number)
    return jsonify({"name": member.name})


@app.route("/members/<int:number>", methods=["DELETE"])
@token_required
@roles_required("support")
def remove_member(current_user, number):
    # ok: auth/unowned-object
    member = Member.query.get(number)
    db.session.delete(member)
    db.session.commit()
    return jsonify({})


# A password of its own makes no account.
class Film(db.Model):
    title = db.Column(db.String)
    password_hash = db.Column(db.String)


@app.route("/films/<int:number>/unlock", methods=["POST"])
@token_required
def unlock_film(current_user, number):
    # ok: auth/unowned-object
    film = Film.query.get(number)
    return jsonify({"open": film.opens(request.json["password"])})


# What is in such rows is one person's business.
@app.route("/applicants/<int:number>")
@token_required
def show_applicant(current_user, number):
    # ruleid: auth/unowned-object
    applicant = Applicant.query.get(number)
    return jsonify({"ssn": applicant.ssn})
