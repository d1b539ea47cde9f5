import sqlite3

from fastapi import FastAPI

app = FastAPI()
cursor = sqlite3.connect("teams.db").cursor()


# As many rows as the caller names, however their placeholders are made.
@app.get("/accounts/some")
def some_accounts(ids: str):
    wanted = [int(part) for part in ids.split(",")]
    marks = ", ".join("?" for _ in wanted)
    # ok: api/list-unpaginated
    cursor.execute(f"SELECT id, name FROM accounts WHERE id IN ({marks})", wanted)
    return cursor.fetchall()


@app.get("/accounts/of-teams")
def accounts_of_teams(teams: str):
    wanted = [int(part) for part in teams.split(",")]
    marks = ", ".join("?" for _ in wanted)
    # ruleid: api/list-unpaginated
    cursor.execute(f"SELECT id, name FROM accounts WHERE team_id IN ({marks})", wanted)
    return cursor.fetchall()


# The kinds of something are as few as groups are.
@app.get("/makes")
def makes():
    # ok: api/list-unpaginated
    cursor.execute("SELECT DISTINCT make FROM trucks ORDER BY make")
    return cursor.fetchall()


@app.get("/made")
def made():
    # ruleid: api/list-unpaginated
    cursor.execute("SELECT DISTINCT make, plate FROM trucks")
    return cursor.fetchall()


@app.get("/keys")
def keys():
    # ruleid: api/list-unpaginated
    cursor.execute("SELECT DISTINCT id FROM trucks")
    return cursor.fetchall()
