from django.contrib.auth import views as auth_views
from django.urls import path

from main import views

urlpatterns = [
    # What guards every route lets those pass who sign in.
    # route: GET /login/ unknown public
    # route: POST /login/ unknown public
    path("login/", auth_views.LoginView.as_view(), name="login"),
    # route: POST /vaults/ authenticated
    path("vaults/", views.vaults),
]
