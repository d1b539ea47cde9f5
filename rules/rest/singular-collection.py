from fastapi import FastAPI

app = FastAPI()


# ruleid: rest/singular-collection
@app.get("/user/{user_id}")
def read(user_id: int): ...


# ruleid: rest/singular-collection
@app.get("/users/{user_id}/order/{order_id}")
def order(user_id: int, order_id: int): ...


# ok: rest/singular-collection
@app.get("/users/{user_id}")
def users(user_id: int): ...


# ok: rest/singular-collection
@app.get("/user")
def me(): ...


# ok: rest/singular-collection
@app.get("/users/me/{part}")
def part(part: str): ...


# ok: rest/singular-collection
@app.get("/people/{person_id}")
def person(person_id: int): ...


# ok: rest/singular-collection
@app.get("/callback/{provider}")
def callback(provider: str): ...


# ok: rest/singular-collection
@router.get("/criteria/{criterion_id}")
def criterion(criterion_id: int): ...


# ok: rest/singular-collection
@router.get("/teeth/{tooth}")
def tooth(tooth: int): ...
