import sqlalchemy as sa

from .tables import accounts, engine


class Ledger:
    def close(self):
        with engine.begin() as connection:
            # ruleid: rest/get-mutates
            connection.execute(accounts.update().where(accounts.c.open).values(open=False))

    def reopen(self):
        with engine.begin() as connection:
            # ok: rest/get-mutates
            connection.execute(accounts.update().where(accounts.c.id == 1).values(open=True))
