from django.urls import path

from site import views

# The middleware decides by the path.
urlpatterns = [
    # route: POST /office/rooms/ unknown
    path("office/rooms/", views.Rooms.as_view()),
]
