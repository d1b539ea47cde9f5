from flask import Flask

app = Flask(__name__)


# ruleid: project/no-health-check
@app.get("/users")
def users(): ...


# ok: project/no-health-check
@app.get("/orders")
def orders(): ...


# ok: project/no-health-check
@app.get("/teams")
def teams(): ...
