from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST
from rest_framework import status
from rest_framework.decorators import api_view
from rest_framework.response import Response


@require_POST
def create_order(request):
    order = Order.objects.create(name=request.POST["name"])
    # ruleid: rest/created-status
    return JsonResponse({"id": order.id})


@api_view(["POST"])
def create_invoice(request):
    invoice = Invoice.objects.create(total=request.data["total"])
    # ruleid: rest/created-status
    return Response({"id": invoice.id}, status=status.HTTP_200_OK)


@api_view(["POST"])
def create_user(request):
    user = User.objects.create(name=request.data["name"])
    # ok: rest/created-status
    return Response({"id": user.id}, status=status.HTTP_201_CREATED)


@api_view(["POST"])
def get_tag(request):
    tag, made = Tag.objects.get_or_create(name=request.data["name"])
    # ok: rest/created-status
    return Response({"id": tag.id})


@api_view(["POST"])
def ship_order(request, pk):
    Shipment.objects.create(order_id=pk)
    # ok: rest/created-status
    return Response({"shipped": True})


urlpatterns = [
    path("orders/", create_order),
    path("invoices/", create_invoice),
    path("users/", create_user),
    path("tags/", get_tag),
    path("orders/<int:pk>/ship/", ship_order),
]
