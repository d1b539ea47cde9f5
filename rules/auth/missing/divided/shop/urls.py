from django.urls import include, path
from rest_framework import routers

from .views import NoteViewSet, OpenNoteViewSet

router = routers.DefaultRouter()
# ok: auth/missing
router.register(r"notes", NoteViewSet, basename="notes")
# ruleid: auth/missing
router.register(r"open-notes", OpenNoteViewSet, basename="open-notes")

urlpatterns = [path("api/", include(router.urls))]
