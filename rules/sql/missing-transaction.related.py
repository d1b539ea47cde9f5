from django.db import transaction
from django.http import JsonResponse

from .models import Order


def replace(request, pk):
    order = Order.objects.get(pk=pk)
    order.items.all().delete()
    # ruleid: sql/missing-transaction
    order.payments.create(amount=request.POST["amount"])
    return JsonResponse({})


def replace_at_once(request, pk):
    order = Order.objects.get(pk=pk)
    with transaction.atomic():
        order.items.all().delete()
        # ok: sql/missing-transaction
        order.payments.create(amount=request.POST["amount"])
    return JsonResponse({})


def replace_with_errors(request, pk):
    order = Order.objects.get(pk=pk)
    with transaction_with_commit_on_errors():
        order.items.all().delete()
        # ok: sql/missing-transaction
        order.payments.create(amount=request.POST["amount"])
    return JsonResponse({})
