from rest_framework.routers import DefaultRouter

from .views import OrderViewSet

router = DefaultRouter()
# route: GET /shop/own/orders/ authenticated
# route: POST /shop/own/orders/ authenticated
# route: GET /shop/own/orders/{pk}/ authenticated
# route: PUT /shop/own/orders/{pk}/ authenticated
# route: PATCH /shop/own/orders/{pk}/ authenticated
# route: DELETE /shop/own/orders/{pk}/ authenticated
# route: POST /shop/own/orders/{pk}/ship-it/ authenticated
router.register("orders", OrderViewSet)

urlpatterns = router.urls
