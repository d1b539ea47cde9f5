import sqlite3

connection = sqlite3.connect("things.db")

STEPS = [
    {"table": "orders", "where": "paid = 0"},
    {"table": "carts", "where": "age > 30"},
]


def clear_step(step):
    # ok: sql/unparameterized
    connection.execute(f"DELETE FROM carts WHERE kind = '{step['table']}'")


def clear_asked(step):
    # ruleid: sql/unparameterized
    connection.execute(f"DELETE FROM carts WHERE kind = '{step['table']}'")


def run(asked):
    for step in STEPS:
        clear_step(step)
    for other in asked:
        clear_asked(other)
