from django.db import transaction

from .models import Category, Phase, Talk


@transaction.atomic
def initialise(event):
    _add_phases(event)
    with transaction.atomic():
        _add_categories(event)


# Whatever is called in a transaction of Django's is a part of it.
def _add_phases(event):
    Phase.objects.create(event=event, name="Review")
    # ok: sql/missing-transaction
    Phase.objects.create(event=event, name="Selection")


def _add_categories(event):
    Category.objects.create(event=event, name="Score")
    # ok: sql/missing-transaction
    _add_defaults(event)


def _add_defaults(event):
    Category.objects.create(event=event, name="Talk")
    # ok: sql/missing-transaction
    Talk.objects.filter(pk=event.pk).update(ready=True)


def repair(event):
    _rename(event)


# Called outside of one, too.
def _rename(event):
    Category.objects.create(event=event, name="Other")
    # ruleid: sql/missing-transaction
    Talk.objects.filter(pk=event.pk).update(name="Renamed")


@transaction.atomic
def rename(event):
    _rename(event)


def pay_at_once(user, order):
    # A block that the project makes of Django's own.
    with immediate_atomic(using="default"):
        order.save()
        # ok: sql/missing-transaction
        Payment.objects.create(user=user, order=order)


@atomic_for_request_method
def pay_in_request(request, order):
    order.save()
    # ok: sql/missing-transaction
    Payment.objects.create(user=request.user, order=order)


@transaction.non_atomic_requests
def pay_apart(request, order):
    order.save()
    # ruleid: sql/missing-transaction
    Payment.objects.create(user=request.user, order=order)


# One record that is made in steps is one record.
def in_steps(request, pk):
    talk = Talk.objects.get(pk=pk)
    talk.state = "accepted"
    talk.save()
    talk.slug = f"{talk.state}-{pk}"
    # ok: sql/missing-transaction
    talk.save(update_fields=["slug"])


def of_two(request, pk, other):
    talk = Talk.objects.get(pk=pk)
    talk.state = "accepted"
    talk.save()
    talk = Talk.objects.get(pk=other)
    talk.state = "rejected"
    # ruleid: sql/missing-transaction
    talk.save(update_fields=["state"])


def started(job_id):
    job = Job.objects.create(job_id=job_id)
    job.progress = 1
    # ok: sql/missing-transaction
    job.save()
    # ruleid: sql/missing-transaction
    Step.objects.create(job=job)


def add_user(apps, schema_editor, name):
    user = User.objects.create(name=name)
    # ok: sql/missing-transaction
    Profile.objects.create(user=user)


def convert(path, other):
    font = TTFont(path)
    font.save(path)
    # ok: sql/missing-transaction
    font.save(other)


def book(name):
    talk = Talk(name=name)
    talk.save()
    # ruleid: sql/missing-transaction
    Slot.objects.create(name=name)


def count_up(day):
    if Counter.objects.filter(day=day).update(count=F("count") + 1) > 0:
        return
    # Only where there was nothing to change.
    # ok: sql/missing-transaction
    Counter.objects.create(day=day, count=1)


def count_twice(day):
    if not Counter.objects.filter(day=day).update(count=F("count") + 1):
        return
    # ruleid: sql/missing-transaction
    Total.objects.filter(day=day).update(count=F("count") + 1)


def count_or_make(day):
    if Counter.objects.filter(day=day).update(count=F("count") + 1) == 0:
        # ok: sql/missing-transaction
        Counter.objects.create(day=day, count=1)
    else:
        # ruleid: sql/missing-transaction
        Total.objects.filter(day=day).update(count=F("count") + 1)


def shelve(path, book):
    with open(path) as cover, transaction.atomic(using="shelves"):
        Shelf.objects.filter(book=book).update(cover=cover.read())
        # ok: sql/missing-transaction
        Book.objects.filter(pk=book).update(shelved=True)


def unshelve(path, book):
    with open(path) as log, suppress(KeyError):
        Shelf.objects.filter(book=book).update(cover=log.read())
        # ruleid: sql/missing-transaction
        Book.objects.filter(pk=book).update(shelved=False)


# A form that only makes the record writes nothing.
def save_settings(request, form_user, form_settings):
    user = form_user.save(commit=False)
    # ok: sql/missing-transaction
    user.settings = form_settings.save(commit=False)
    # ok: sql/missing-transaction
    user.save()


class ImportView(View):
    @method_decorator(transaction.atomic)
    def post(self, request):
        Order.objects.create(user=request.user)
        # ok: sql/missing-transaction
        Cart.objects.filter(user=request.user).delete()

    @method_decorator(never_cache)
    def put(self, request):
        Order.objects.create(user=request.user)
        # ruleid: sql/missing-transaction
        Cart.objects.filter(user=request.user).delete()


# What is noted before the work and after it is one row.
def deliver(letter, post):
    attempt = Attempt(letter=letter, state="sending")
    attempt.save()
    error = post.send(letter)
    # ok: sql/missing-transaction
    Attempt.objects.filter(id=attempt.id).update(error=error)


def deliver_all(letter, post):
    attempt = Attempt(letter=letter, label="sending")
    attempt.save()
    # ruleid: sql/missing-transaction
    Letter.objects.filter(id=letter.id).update(tries=1)
