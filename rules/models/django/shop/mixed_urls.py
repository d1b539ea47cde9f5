from django.urls import path
from rest_framework.routers import DefaultRouter

from . import views
from .views import OrderViewSet

router = DefaultRouter()
# route: GET /shop/mixed/orders/ authenticated
# route: POST /shop/mixed/orders/ authenticated
# route: GET /shop/mixed/orders/{pk}/ authenticated
# route: PUT /shop/mixed/orders/{pk}/ authenticated
# route: PATCH /shop/mixed/orders/{pk}/ authenticated
# route: DELETE /shop/mixed/orders/{pk}/ authenticated
# route: POST /shop/mixed/orders/{pk}/ship-it/ authenticated
router.register("orders", OrderViewSet)

urlpatterns = [
    # route: POST /shop/mixed/buy open
    path("buy", views.buy),
] + router.urls
