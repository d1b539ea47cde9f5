from django.http import JsonResponse

from .models import Item, Order


def order(request):
    made = Order.objects.create(user=request.user)
    # ok: sql/missing-transaction
    Item.objects.create(order=made, name="book")
    return JsonResponse({"id": made.id}, status=201)
