from fastapi import FastAPI

app = FastAPI()


# ruleid: project/no-health-check
@app.get("/")
def root():
    return {"message": "Welcome"}


@app.post("/orders")
def order():
    return {"status": "ok"}


@app.get("/users")
def users():
    return []
