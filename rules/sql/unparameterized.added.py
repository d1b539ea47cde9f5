from flask import Flask, request

app = Flask(__name__)


@app.put("/notes/<int:note_id>")
def change(note_id):
    sets = []
    values = []
    for key, value in request.get_json().items():
        sets.append(f"{key} = %s")
        values.append(value)
    # ruleid: sql/unparameterized
    db.execute("UPDATE notes SET " + ", ".join(sets) + " WHERE id = %s", [*values, note_id])
    return "", 204


@app.get("/notes")
def find():
    conditions = ["archived = %s"]
    values = [False]
    for key in ("title", "author"):
        if key in request.args:
            conditions.append(f"{key} = %s")
            values.append(request.args[key])
    # ok: sql/unparameterized
    rows = db.execute("SELECT id FROM notes WHERE " + " AND ".join(conditions), values)
    return {"notes": [row[0] for row in rows]}


@app.get("/notes/allowed")
def find_allowed():
    conditions = []
    values = []
    for key, value in request.args.items():
        if key not in ["title", "author"]:
            continue
        conditions.append(f"{key} = ${len(values) + 1}")
        values.append(value)
    # ok: sql/unparameterized
    rows = db.execute("SELECT id FROM notes WHERE " + " AND ".join(conditions), values)
    return {"notes": [row[0] for row in rows]}


@app.get("/notes/numbered")
def find_numbered():
    conditions = []
    values = []
    if "title" in request.args:
        values.append(request.args["title"])
        conditions.append(f"title = ${len(values)}")
    # ok: sql/unparameterized
    rows = db.execute("SELECT id FROM notes WHERE " + " AND ".join(conditions), values)
    return {"notes": [row[0] for row in rows]}
