from flask import Flask, request

app = Flask(__name__)


@app.get("/notes/<int:note_id>")
def note(note_id):
    # ok: sql/unparameterized
    return dict(db.execute(f"SELECT title FROM notes WHERE id = {note_id}").fetchone())


@app.get("/tags/<name>")
def tag(name):
    # ruleid: sql/unparameterized
    return dict(db.execute(f"SELECT id FROM tags WHERE name = '{name}'").fetchone())


@app.get("/newest")
def newest():
    count = request.args.get("count", default=10, type=int)
    # ok: sql/unparameterized
    notes = db.execute(f"SELECT title FROM notes ORDER BY id DESC LIMIT {count}").fetchall()
    title = request.args.get("title", default="", type=str)
    # ruleid: sql/unparameterized
    return notes + db.execute(f"SELECT title FROM notes WHERE title = '{title}'").fetchall()
