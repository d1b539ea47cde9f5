import catalog.urls
from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import include, path, re_path
from rest_framework_simplejwt.views import TokenObtainPairView

from shop import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("shop/", include("shop.urls")),
    path("catalog/", include(catalog.urls)),
    # route: POST /old/{pk}/buy open
    re_path(r"^old/(?P<pk>\d+)/", include([path("buy", views.buy)])),
    # route: POST /archive/{}/{}.html open
    re_path(r"^archive/\d{4}/[a-z]+\.html$", views.buy),
    # route: POST /file/{name}/{}/{} open
    re_path(r"^file/(?P<name>[^/()]+)/(\w+)/.*$", views.buy),
    # The framework's own pages check who somebody is.
    # route: GET /reset unknown
    # route: POST /reset unknown
    path("reset", auth_views.PasswordResetView.as_view(success_url="/")),
    # route: POST /token unknown public
    path("token", TokenObtainPairView.as_view()),
]
