from bottle import Bottle, auth_basic, abort, post, request, route

app = Bottle()
admin = Bottle()
app.mount("/admin", admin)


# route: GET / open
@route("/")
def index():
    return "hello"


# route: GET /notes open
# route: POST /notes open
@route("/notes", method=["GET", "POST"])
def notes():
    return {}


# route: POST /note open
@post("/note")
def note():
    return {}


# route: DELETE /notes/<note_id:int> authenticated
@app.delete("/notes/<note_id:int>")
@auth_basic(check)
def delete_note(note_id):
    return {}


# route: PUT /notes/<note_id> authenticated
@app.route("/notes/<note_id>", method="PUT")
def change_note(note_id):
    user = request.get_cookie("account", secret=SECRET)
    if not user:
        abort(401, "Sign in")
    return {}


# route: POST /admin/users open
@admin.post("/users")
def create():
    return {}
