from aiohttp import web

from desk.guards import clerks_only, counted
from desk.letters import Letters, send


class Desk:
    def __init__(self) -> None:
        self.letters = Letters()

    def build(self) -> web.Application:
        app = web.Application()
        # ok: auth/missing
        app.router.add_post("/letters", clerks_only(send))
        # ok: auth/missing
        app.router.add_delete("/letters/{letter}", clerks_only(self.letters.drop))
        # ok: auth/missing
        app.router.add_post("/counted-letters", counted(clerks_only(send)))
        # ruleid: auth/missing
        app.router.add_put("/letters/{letter}", counted(send))
        return app
