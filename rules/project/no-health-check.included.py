from django.urls import include, path

from . import views

urlpatterns = [
    # ok: project/no-health-check
    path("users/", views.users),
    path("orders/", views.orders),
    path("teams/", views.teams),
    # The routes of a package.
    path("healthz/", include("health_check.urls")),
]
