from django.urls import path

from shop import views

urlpatterns = [
    # route: POST /catalog/buy open
    path("buy", views.buy),
]
