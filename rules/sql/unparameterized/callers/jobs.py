from .store import Store

store = Store("things.db")


def tools():
    return store.count(kind="tool") + store.count("toy")


def search(names):
    return [store.named(name) for name in names]
