from .models import Author, Book


def shelves(request):
    found = []
    for author in Author.objects.all()[:20]:
        # ruleid: sql/n-plus-one
        found.append(author.books.count())
        # ruleid: sql/n-plus-one
        found.append([book.title for book in author.books.all()])
        # ruleid: sql/n-plus-one
        found.append(list(author.book_set.filter(title="x")))
        # ok: sql/n-plus-one
        found.append(author.names.count("x"))
    return found


def fetched(request):
    found = []
    for author in Author.objects.prefetch_related("books")[:20]:
        # ok: sql/n-plus-one
        found.append([book.title for book in author.books.all()])
    return found


def kept(request):
    authors = Author.objects.filter(alive=True)[:20]
    others = Author.objects.prefetch_related("books")[:20]
    for author in authors:
        # ruleid: sql/n-plus-one
        author.n = author.books.count()
    for author in others:
        # ok: sql/n-plus-one
        author.n = len(author.books.all())
    # ok: sql/n-plus-one
    return [book.author.name for book in Book.objects.select_related("author")[:20]]
