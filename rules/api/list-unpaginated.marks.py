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
