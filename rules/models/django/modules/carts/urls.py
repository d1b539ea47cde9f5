from django.urls import path

from .views import index

urlpatterns = [
    # route: * /carts/ open
    path("", index),
]
