from django.urls import include, path

from . import carts
from .orders import urls as orders

urlpatterns = [
    path("orders/", include(orders)),
    path("carts/", include(carts.urls)),
]
