from flask import Flask

app = Flask(__name__)


# ok: project/no-health-check
@app.get("/users")
def users(): ...


@app.get("/orders")
def orders(): ...
