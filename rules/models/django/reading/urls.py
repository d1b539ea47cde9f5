from django.urls import include, path
from rest_framework.routers import SimpleRouter

from reading.views import BookViewSet, DeskView, corner, shelf

router = SimpleRouter()
# route: GET /books/{pk}/loan/ open
# route: POST /books/{pk}/loan/ authenticated
router.register("books", BookViewSet, basename="book")

urlpatterns = [
    # route: GET /shelves/<int:pk> open
    # route: PATCH /shelves/<int:pk> authenticated
    path("shelves/<int:pk>", shelf),
    # route: GET /corners/<int:pk> unknown
    # route: PATCH /corners/<int:pk> authenticated
    path("corners/<int:pk>", corner),
    # route: POST /desks authenticated
    path("desks", DeskView.as_view()),
    path("", include(router.urls)),
]
