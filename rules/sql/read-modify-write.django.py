from django.shortcuts import get_object_or_404
from rest_framework.viewsets import ModelViewSet

from .models import Product


class Products(ModelViewSet):
    def restock(self, request, pk=None):
        product = self.get_object()
        product.stock = product.stock + int(request.data["n"])
        # ruleid: sql/read-modify-write
        product.save()

    def rename(self, request, pk=None):
        product = self.get_object()
        product.name = request.data["name"]
        # ok: sql/read-modify-write
        product.save()


def sell(request, pk):
    product = get_object_or_404(Product, pk=pk)
    product.stock -= 1
    # ruleid: sql/read-modify-write
    product.save(update_fields=["stock"])


def sell_alone(request, pk):
    product = get_object_or_404(Product.objects.select_for_update(), pk=pk)
    product.stock -= 1
    # ok: sql/read-modify-write
    product.save(update_fields=["stock"])
