from flask import Flask

app = Flask(__name__)


@app.get("/notes/<int:note_id>")
def note(note_id):
    # ok: sql/unparameterized
    return dict(db.execute(f"SELECT title FROM notes WHERE id = {note_id}").fetchone())


@app.get("/tags/<name>")
def tag(name):
    # ruleid: sql/unparameterized
    return dict(db.execute(f"SELECT id FROM tags WHERE name = '{name}'").fetchone())
