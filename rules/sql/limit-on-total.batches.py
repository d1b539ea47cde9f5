import sqlite3


class Cleaner:
    def remove_old(self, connection: sqlite3.Connection, last, batch_size):
        # ok: sql/limit-on-total
        rows = connection.execute("SELECT id FROM pushers WHERE id > ? ORDER BY id LIMIT ?", (last, batch_size)).fetchall()
        removed = 0
        for row in rows:
            removed += 1
        return removed

    def remove_typed(self, connection: sqlite3.Connection, last: int, batch_size: int):
        arguments = [last]
        arguments.append(batch_size)
        # ok: sql/limit-on-total
        rows = connection.execute("SELECT id FROM pushers WHERE id > ? ORDER BY id LIMIT ?", arguments).fetchall()
        return len(rows)

    def spent(self, connection: sqlite3.Connection, user, limit):
        # ruleid: sql/limit-on-total
        rows = connection.execute("SELECT amount FROM orders WHERE user = ? LIMIT ?", (user, limit)).fetchall()
        return sum(row[0] for row in rows)
