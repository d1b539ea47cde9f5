from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from rest_framework.routers import DefaultRouter

from . import views
from .views import Cart, ItemViewSet, OrderViewSet


class RouterWithPages(DefaultRouter):
    pass


router = DefaultRouter()
# route: GET /shop/api/orders/ authenticated
# route: POST /shop/api/orders/ authenticated
# route: GET /shop/api/orders/{pk}/ authenticated
# route: PUT /shop/api/orders/{pk}/ authenticated
# route: PATCH /shop/api/orders/{pk}/ authenticated
# route: DELETE /shop/api/orders/{pk}/ authenticated
# route: POST /shop/api/orders/{pk}/ship-it/ authenticated
router.register(r"orders", OrderViewSet)
# route: GET /shop/api/items/ open
# route: GET /shop/api/items/{pk}/ open
# route: POST /shop/api/items/bulk/ open
# route: POST /shop/api/items/safe/ authenticated
# route: POST /shop/api/items/vote/ open public
router.register("items", ItemViewSet, basename="item")

page_router = RouterWithPages()
# route: GET /shop/more/things/ authenticated
# route: POST /shop/more/things/ authenticated
# route: GET /shop/more/things/{pk}/ authenticated
# route: PUT /shop/more/things/{pk}/ authenticated
# route: PATCH /shop/more/things/{pk}/ authenticated
# route: DELETE /shop/more/things/{pk}/ authenticated
# route: POST /shop/more/things/{pk}/ship-it/ authenticated
page_router.register(r"things", OrderViewSet)

urlpatterns = [
    # route: * /shop/list open
    path("list", views.index),
    # What changes rows and asks for no method does so whatever the method is.
    # route: * /shop/remove/<int:pk> open
    path("remove/<int:pk>", views.remove),
    # route: GET /shop/remove-posted/<int:pk> open
    # route: POST /shop/remove-posted/<int:pk> open
    path("remove-posted/<int:pk>", views.remove_posted),
    # route: POST /shop/buy open
    path("buy", views.buy),
    # route: POST /shop/sell authenticated
    path("sell", views.sell),
    # route: POST /shop/cart/<int:pk>/ open
    path("cart/<int:pk>/", Cart.as_view()),
    # route: POST /shop/exempt/ open
    path("exempt/", csrf_exempt(Cart.as_view())),
    # route: GET /shop/page/ authenticated
    # route: POST /shop/page/ authenticated
    path("page/", views.Page.as_view()),
    # route: POST /shop/pub/ open public
    path("pub/", views.Public.as_view()),
    # route: GET /shop/read/ authenticated
    # route: PUT /shop/read/ authenticated
    path("read/", views.Default.as_view()),
    # route: POST /shop/fn/ authenticated
    path("fn/", views.function_view),
    # route: POST /shop/open-fn/ open public
    path("open-fn/", views.open_view),
    # route: POST /shop/custom/ unknown
    path("custom/", views.Custom.as_view()),
    # route: POST /shop/foreign/ unknown
    path("foreign/", views.Foreign.as_view()),
    # Which methods these take, classes of packages say.
    # route: * /shop/table/ authenticated
    path("table/", views.Table.as_view()),
    # route: * /shop/grid/ unknown
    path("grid/", views.Grid.as_view()),
    # route: POST /shop/named/ open
    path(route="named/", view=views.buy, name="named"),
    # route: GET /shop/filtered/ open
    path("filtered/", views.Filtered.as_view()),
    path("api/", include(router.urls)),
    path("more/", include(page_router.urls)),
    path("own/", include("shop.api_urls")),
    path("mixed/", include("shop.mixed_urls")),
    path("joined/", include("shop.joined_urls")),
]
