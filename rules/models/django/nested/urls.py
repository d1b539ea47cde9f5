from django.urls import include, path
from rest_framework_nested import routers

from .views import HostViewSet, KeyViewSet, ServerViewSet, ZoneView, ZoneViewSet

router = routers.DefaultRouter()
# route: GET /nested/zones/ authenticated
# route: POST /nested/zones/ unknown
# route: GET /nested/zones/{pk}/ authenticated
# route: PUT /nested/zones/{pk}/ unknown
# route: PATCH /nested/zones/{pk}/ unknown
# route: DELETE /nested/zones/{pk}/ unknown
router.register(r"zones", ZoneViewSet)
# route: GET /nested/keys/ open public
# route: GET /nested/keys/{pk}/ authenticated
router.register(r"keys", KeyViewSet)

zones_router = routers.NestedDefaultRouter(router, r"zones", lookup="zone")
# route: GET /nested/zones/{zone_pk}/servers/ open public
# route: GET /nested/zones/{zone_pk}/servers/{pk}/ open public
# route: POST /nested/zones/{zone_pk}/servers/ authenticated
# route: PUT /nested/zones/{zone_pk}/servers/{pk}/ authenticated
# route: PATCH /nested/zones/{zone_pk}/servers/{pk}/ authenticated
# route: DELETE /nested/zones/{zone_pk}/servers/{pk}/ authenticated
zones_router.register(r"servers", ServerViewSet, basename="zone-servers")

servers_router = routers.NestedSimpleRouter(zones_router, r"servers", lookup="server")
# route: GET /nested/zones/{zone_pk}/servers/{server_pk}/hosts/ authenticated
# route: GET /nested/zones/{zone_pk}/servers/{server_pk}/hosts/{pk}/ authenticated
# route: POST /nested/zones/{zone_pk}/servers/{server_pk}/hosts/{pk}/ping-it/ open
servers_router.register(r"hosts", HostViewSet)

urlpatterns = [
    path("nested/", include(router.urls)),
    path("nested/", include(zones_router.urls)),
    path("nested/", include(servers_router.urls)),
    # route: GET /nested/zone open public
    # route: POST /nested/zone authenticated
    # route: PUT /nested/zone unknown
    path("nested/zone", ZoneView.as_view()),
]
