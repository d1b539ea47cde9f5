from django.contrib import admin
from django.urls import include, path, re_path

from shop import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("shop/", include("shop.urls")),
    # route: POST /old/{}/buy open
    re_path(r"^old/(?P<pk>\d+)/", include([path("buy", views.buy)])),
]
