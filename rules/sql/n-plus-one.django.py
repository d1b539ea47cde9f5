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


def filtered(filters):
    found = Author.objects.all()
    for name, value in filters.items():
        # A statement that is put together, and run once.
        # ok: sql/n-plus-one
        found = found.filter(**{name: value})
    return found


def warnings_of(talk, overlaps=None):
    if overlaps is not None:
        return talk.pk in overlaps
    else:
        # Whoever asks for many gives what is known of all.
        # ok: sql/n-plus-one
        return Talk.objects.filter(room=talk.room, start__lt=talk.end).exists()


def all_warnings(talks):
    overlaps = find_overlaps(talks)
    return {talk.pk: warnings_of(talk, overlaps=overlaps) for talk in talks}


class Source(Enum):
    WEB = "web"
    MAIL = "mail"


def consents(user):
    for source in Source:
        # ok: sql/n-plus-one
        yield Consent.objects.filter(user=user, source=source).order_by("-id").first()


def tasks():
    task_names = [SNAPSHOT, PURGE]
    pending = {task.name: task for task in Task.objects.filter(name__in=task_names)}
    for name in task_names:
        # ok: sql/n-plus-one
        yield pending.get(name), CompletedTask.objects.filter(name=name).order_by("-run_at").first()


def more_tasks(others):
    task_names = [SNAPSHOT]
    task_names.extend(others)
    for name in task_names:
        # ruleid: sql/n-plus-one
        yield CompletedTask.objects.filter(name=name).order_by("-run_at").first()


def distinct_tasks(names):
    task_names = [*set(names)]
    for name in task_names:
        # ruleid: sql/n-plus-one
        yield CompletedTask.objects.filter(name=name).order_by("-run_at").first()


def by_duplicate(pairs):
    found = {}
    for old, new in pairs:
        found[old] = new
    for old, new in found.items():
        # ruleid: sql/n-plus-one
        yield CompletedTask.objects.filter(name=new).order_by("-run_at").first()


def first_of_domains(domains, address):
    for domain in domains:
        if address.endswith(domain.name):
            # ok: sql/n-plus-one
            return CompletedTask.objects.get(domain=domain)
    return None


def shelf_sizes():
    # ruleid: sql/n-plus-one
    return [shelf.volumes.count() for shelf in Shelf.objects.order_by("room")]


def lent_by_shelf(room):
    shelves = Shelf.objects.filter(room=room)
    # ruleid: sql/n-plus-one
    lent = [{"shelf": shelf.pk, "lent": shelf.volumes.filter(lent=True).exists()} for shelf in shelves]
    # ok: sql/n-plus-one
    return lent, [shelf.volumes.all() for shelf in Shelf.objects.prefetch_related("volumes")]


def joined(authors):
    found = Book.objects.none()
    for author in authors:
        # ok: sql/n-plus-one
        found |= author.books.all()
    return list(found)
