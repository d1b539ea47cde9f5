from sqlalchemy import text
from sqlalchemy.orm import Session


class Stats:
    def __init__(self, session: Session):
        self.session = session

    # One session, and one commit of whoever calls it.
    def update_ranks(self, frame):
        self.update_leaders(frame)
        self.update_trolls(frame)

    def update_leaders(self, frame):
        self.session.execute(text("UPDATE leaders SET rank = 1 WHERE frame = :frame"), {"frame": frame})

    def update_trolls(self, frame):
        # ok: sql/missing-transaction
        self.session.execute(text("UPDATE trolls SET rank = 1 WHERE frame = :frame"), {"frame": frame})

    def replace(self, name):
        self.add_role(name)
        self.add_member(name)

    def add_role(self, name):
        self.session.execute(text("INSERT INTO roles (name) VALUES (:name)"), {"name": name})
        self.session.commit()

    def add_member(self, name):
        # ruleid: sql/missing-transaction
        self.session.execute(text("INSERT INTO members (name) VALUES (:name)"), {"name": name})
        self.session.commit()

    def rewrite(self, name):
        self.write_text(name, commit=False)
        self.drop_parts(name)

    def write_text(self, name, commit=True):
        self.session.execute(text("UPDATE texts SET body = :name"), {"name": name})
        if commit:
            self.session.commit()

    def drop_parts(self, name):
        # ok: sql/missing-transaction
        self.session.execute(text("DELETE FROM parts WHERE name = :name"), {"name": name})
