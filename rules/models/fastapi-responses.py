from fastapi import FastAPI, HTTPException, Response, status
from fastapi.responses import JSONResponse, PlainTextResponse

app = FastAPI()


@app.get("/users/{id}")
def one(id: int):
    if id == 0:
        # response: 404 {detail} exception
        raise HTTPException(status_code=404, detail="No such user")
    # response: 200 default {id, team {name}}
    return {"id": id, "team": {"name": "a"}}


@app.post("/users", status_code=status.HTTP_201_CREATED)
def make(body: dict):
    if not body:
        # response: 400 {error, code}
        return JSONResponse(status_code=400, content={"error": "A body is needed", "code": 400})
    # response: 201 {id}
    return {"id": 1}


@app.put("/users/{id}")
def change(id: int, response: Response):
    response.status_code = 409
    # response: 409 {error}
    return {"error": "Taken"}


@app.get("/text")
def text():
    # response: 503 text
    return PlainTextResponse("Busy", status_code=503, headers={"Retry-After": "10"})


# What no route gives is no answer.
def quiet():
    return {"error": "x"}


@app.get("/full")
def full(late: bool):
    if late:
        # response: 503 empty sets retry-after
        return Response(status_code=503, headers={"Retry-After": "10"})
    # response: 429 empty
    return Response(status_code=429)
