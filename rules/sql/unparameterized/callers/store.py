import sqlite3


class Store:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def count(self, kind):
        # ok: sql/unparameterized
        return self.connection.execute(f"SELECT count(*) FROM things WHERE kind = '{kind}'").fetchone()

    def named(self, name, kind="tool"):
        # ruleid: sql/unparameterized
        return self.connection.execute(f"SELECT id FROM things WHERE kind = '{kind}' AND name = '{name}'").fetchall()
