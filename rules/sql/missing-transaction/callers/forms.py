from django.db import transaction
from django.views.generic import FormView

from .service import Line, Order


class OrderForm(FormView):
    def submit(self, form):
        with transaction.atomic():
            self.store(form)


class GiftForm(OrderForm):
    # The class that it inherits calls it.
    def store(self, form):
        Order.objects.create(gift=True)
        # ok: sql/missing-transaction
        Line.objects.create(gift=True)


class PlainForm(FormView):
    # What another class calls is its own.
    def store(self, form):
        Order.objects.create(gift=False)
        # ruleid: sql/missing-transaction
        Line.objects.create(gift=False)

    # The framework calls it; what calls its superclass is another.
    def form_valid(self, form):
        Order.objects.create(gift=False)
        # ruleid: sql/missing-transaction
        Line.objects.create(gift=False)


class LoggedForm(FormView):
    def form_valid(self, form):
        with transaction.atomic():
            return super().form_valid(form)
