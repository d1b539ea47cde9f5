from fastapi import FastAPI

from fallback.lamps import router


class Server:
    def __init__(self, prefix: str = "/old"):
        self.app = FastAPI()
        self.app.include_router(router, prefix=prefix + "/v2")


def build(prefix: str = "/lit"):
    app = FastAPI()
    app.include_router(router, prefix=prefix)
    return app
