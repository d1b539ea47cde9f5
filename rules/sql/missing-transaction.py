from django.db import transaction
from sqlalchemy.orm import Session

from .models import Audit, Cart, Order


def checkout(user, cart_id):
    order = Order.objects.create(user=user)
    # ruleid: sql/missing-transaction
    Cart.objects.filter(id=cart_id).delete()
    return order


def atomic(user, cart_id):
    with transaction.atomic():
        Order.objects.create(user=user)
        # ok: sql/missing-transaction
        Cart.objects.filter(id=cart_id).delete()


@transaction.atomic
def decorated(user, cart_id):
    Order.objects.create(user=user)
    # ok: sql/missing-transaction
    Cart.objects.filter(id=cart_id).delete()


class Service:
    def two_commits(self, order, cart):
        self.session.add(order)
        self.session.commit()
        # ruleid: sql/missing-transaction
        self.session.delete(cart)
        self.session.commit()

    def one_commit(self, order, cart):
        self.session.add(order)
        # ok: sql/missing-transaction
        self.session.delete(cart)
        self.session.commit()


async def pool_writes(user_id):
    await database.execute_many("INSERT INTO orders (user_id) VALUES (:id)", [user_id])
    await database.fetch_all("SELECT 1")


def branches(exists, user):
    if exists:
        Order.objects.filter(user=user).update(open=False)
    else:
        # ok: sql/missing-transaction
        Order.objects.create(user=user)


def audited(user):
    Order.objects.create(user=user)
    # ok: sql/missing-transaction
    Audit.objects.create(user=user)


def fallback(user):
    try:
        Order.objects.create(user=user)
    except ValueError:
        # ok: sql/missing-transaction
        Order.objects.filter(user=user).delete()


def feed_settings(form, request):
    user = form.save(request, commit=False)
    # ok: sql/missing-transaction
    user.save(update_fields=["feed"])


def follow(user, other):
    request, created = FollowRequest.objects.get_or_create(user=user, other=other)
    if not created:
        # ok: sql/missing-transaction
        request.save()


def follow_new(user, other):
    request, created = FollowRequest.objects.get_or_create(user=user, other=other)
    if created:
        # ruleid: sql/missing-transaction
        Order.objects.create(user=user)


def logged(session: Session, order):
    session.add(order)
    session.commit()
    entry = LogEntry(order)
    # ok: sql/missing-transaction
    session.add(entry)
    session.commit()


def judge(submission, server):
    Order.objects.filter(id=submission.id).update(result="judging")
    if not server.ask(submission):
        # ok: sql/missing-transaction
        Order.objects.filter(id=submission.id).update(result="failed")


def join(contest, user):
    try:
        entry = Entry.objects.get(contest=contest, user=user)
    except Entry.DoesNotExist:
        entry = Entry.objects.create(contest=contest, user=user)
    else:
        if entry.ended:
            # ok: sql/missing-transaction
            entry = Entry.objects.create(contest=contest, user=user, virtual=True)
    return entry


def shrink(im, order, path):
    im.save(os.fsdecode(path), quality=90)
    # ok: sql/missing-transaction
    im.save(os.fsdecode(path), quality=70)
    # ok: sql/missing-transaction
    order.save()


def leaves_early(sessions, item):
    with sessions() as session:
        session.add(Entry(name=item.name))
        if item.gone:
            # What is committed here is not gone on with.
            session.commit()
            return
        # ok: sql/missing-transaction
        session.add(Entry(name=item.other))
        session.commit()


def commits_early(sessions, item):
    with sessions() as session:
        session.add(Entry(name=item.name))
        if item.urgent:
            session.commit()
        # ruleid: sql/missing-transaction
        session.add(Entry(name=item.other))
        session.commit()


def forget_old(limit):
    Cart.objects.filter(used_at__lt=limit).delete()
    # ok: sql/missing-transaction
    Cart.objects.filter(created_at__lt=limit).delete()
