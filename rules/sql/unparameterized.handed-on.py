from flask import Flask
from accounts import show_account
from database import connection

app = Flask(__name__)


@app.route("/accounts/<int:number>")
def account(number):
    return show_account(number)


@app.route("/transfers/<int:number>")
def transfers(number):
    with connection.cursor() as cursor:
        # ok: sql/unparameterized
        cursor.execute(f"SELECT amount FROM transfers WHERE account = {number}")
        return cursor.fetchone()
