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


def send_due(connection: sqlite3.Connection, find_jobs, limit):
    attempted = 0
    outcomes = {}
    # ok: sql/limit-on-total
    for job in connection.execute("SELECT * FROM jobs WHERE state = 'due' LIMIT ?", (limit,)).fetchall():
        job.state = send(job)
        attempted += 1
        outcomes[job.state] = outcomes.get(job.state, 0) + 1
    return {"attempted": attempted, **outcomes}


def index_pages(connection: sqlite3.Connection, most):
    # ok: sql/limit-on-total
    pages = connection.execute("SELECT * FROM pages").fetchall()[:most]
    total_to_process = len(pages)
    return total_to_process


def states(connection: sqlite3.Connection, limit):
    found = {}
    # ruleid: sql/limit-on-total
    for job in connection.execute("SELECT * FROM jobs LIMIT ?", (limit,)).fetchall():
        found[job.state] = found.get(job.state, 0) + 1
    return found
