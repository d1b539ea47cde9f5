import sqlite3

_open = {}


def opened(path="shelves.db"):
    if path not in _open:
        _open[path] = sqlite3.connect(path)
    return _open[path]
