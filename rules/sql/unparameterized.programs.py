import subprocess


def rebuild(index):
    # ok: sql/unparameterized
    subprocess.run(f"reindex --name {index}", shell=True, check=True)


def clean(db, name):
    # ruleid: sql/unparameterized
    db.execute(f"DELETE FROM notes WHERE name = '{name}'")
