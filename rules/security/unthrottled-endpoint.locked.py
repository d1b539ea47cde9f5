from django.contrib.auth import views
from django.urls import path

# Locks those out who fail to sign in again and again.
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "axes.middleware.AxesMiddleware",
]

urlpatterns = [
    # ok: security/unthrottled-endpoint
    path("login/", views.LoginView.as_view(), name="login"),
]
