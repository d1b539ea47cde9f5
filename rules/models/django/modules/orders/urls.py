from django.urls import path

from . import views

urlpatterns = [
    # route: * /orders/list open
    path("list", views.index),
]
