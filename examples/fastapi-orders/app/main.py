from fastapi import FastAPI

from .orders import router as orders

app = FastAPI()
app.include_router(orders, prefix="/orders")


@app.get("/health")
def health():
    return {"ok": True}
