from django.contrib.auth import views as django_views
from django.urls import path

from club import doors

urlpatterns = [
    # ok: security/unthrottled-endpoint
    path("members/login/", doors.LoginView.as_view()),
    # The form that it fills limits how often.
    # ok: security/unthrottled-endpoint
    path("club/login/", doors.enter),
    # ruleid: security/unthrottled-endpoint
    path("guests/login/", doors.GuestDoor.as_view()),
    # ruleid: security/unthrottled-endpoint
    path("staff/login/", django_views.LoginView.as_view()),
]
