from fastapi import APIRouter, FastAPI

app = FastAPI()
# ruleid: rest/verb-in-path
legacy = APIRouter(prefix="/getters/get-all")
users = APIRouter(prefix="/users")


# ruleid: rest/verb-in-path
@app.post("/createUser")
def create_user(): ...


# ruleid: rest/verb-in-path
@users.post("/create")
def create(): ...


# ruleid: rest/verb-in-path
@users.get("/{user_id}/fetch_orders")
def orders(user_id: int): ...


# ok: rest/verb-in-path
@users.post("/{user_id}/actions/remove")
def act(user_id: int): ...


# ok: rest/verb-in-path
@users.get("/settings")
def settings(): ...


# ok: rest/verb-in-path
@users.get("/addresses")
def addresses(): ...


# ok: rest/verb-in-path
@users.get("/add-ons")
def add_ons(): ...


# ok: rest/verb-in-path
@app.post("/login")
def login(): ...


# ok: rest/verb-in-path
@app.get("/search")
def search(): ...


# ok: rest/verb-in-path
@app.post("/bulk-delete")
def bulk(): ...


# ok: rest/verb-in-path
@app.get("/docs")
def docs(): ...


app.include_router(users)
# ruleid: rest/verb-in-path
app.include_router(legacy, prefix="/make")


# ok: rest/verb-in-path
@app.get("/orders/{order_id}/do-not-recommend")
def hidden(): ...


# ok: rest/verb-in-path
@app.put("/users/{user_id}/doNotDisturb")
def quiet(): ...


# ruleid: rest/verb-in-path
@app.post("/do-notify")
def notify(): ...
