from django.urls import path
from rest_framework.routers import DefaultRouter

from . import views
from .views import OrderViewSet

first_router = DefaultRouter()
# route: GET /shop/joined/orders/ authenticated
# route: POST /shop/joined/orders/ authenticated
# route: GET /shop/joined/orders/{pk}/ authenticated
# route: PUT /shop/joined/orders/{pk}/ authenticated
# route: PATCH /shop/joined/orders/{pk}/ authenticated
# route: DELETE /shop/joined/orders/{pk}/ authenticated
# route: POST /shop/joined/orders/{pk}/ship-it/ authenticated
first_router.register("orders", OrderViewSet)

urlpatterns = first_router.urls + [
    # route: POST /shop/joined/buy open
    path("buy", views.buy),
]
