from database import Session
from flask import Flask, abort, jsonify
from flask_login import current_user, login_required
from models import City, Note

app = Flask(__name__)


@app.route("/notes/<int:note_id>/delete", methods=["POST"])
@login_required
def delete_note(note_id):
    with Session() as session:
        # ruleid: auth/unowned-object
        note = session.get(Note, note_id)
        session.delete(note)
        session.commit()
    return jsonify({})


@app.route("/notes/<int:note_id>/archive", methods=["POST"])
@login_required
def archive_note(note_id):
    with Session() as session:
        # ok: auth/unowned-object
        note = session.get(Note, note_id)
        if note.user_id != current_user.id:
            abort(403)
        note.text = ""
        session.commit()
    return jsonify({})


# The id of a user in the path says whose rows are asked for, and nothing of who asks.
@app.route("/accounts/<int:user_id>/notes")
@login_required
def notes_of_account(user_id):
    with Session() as session:
        # ruleid: auth/unowned-object
        notes = session.query(Note).filter(Note.user_id == user_id).all()
        return jsonify([note.text for note in notes])


@app.route("/accounts/<int:user_id>/own-notes")
@login_required
def own_notes(user_id):
    if user_id != current_user.id:
        abort(403)
    with Session() as session:
        # ok: auth/unowned-object
        notes = session.query(Note).filter(Note.user_id == user_id).all()
        return jsonify([note.text for note in notes])


@app.route("/cities/<int:city_id>")
@login_required
def city(city_id):
    with Session() as session:
        # ok: auth/unowned-object
        found = session.get(City, city_id)
        return jsonify({"name": found.name})
