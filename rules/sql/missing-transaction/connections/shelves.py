from storage import opened


def place(title, shelf):
    store = opened()
    store.execute("INSERT INTO books (title, shelf) VALUES (?, ?)", (title, shelf))
    # ok: sql/missing-transaction
    store.execute("UPDATE shelves SET filled = filled + 1 WHERE id = ?", (shelf,))
    store.commit()


def lend(book, reader):
    store = opened()
    store.execute("INSERT INTO lendings (book, reader) VALUES (?, ?)", (book, reader))
    store.commit()
    # ruleid: sql/missing-transaction
    store.execute("UPDATE books SET lent = 1 WHERE id = ?", (book,))
    store.commit()
