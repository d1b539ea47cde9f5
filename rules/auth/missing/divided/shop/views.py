from rest_framework import viewsets
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from .models import Note


class NoteViewSet(viewsets.ViewSet):
    def create(self, request):
        note = Note.objects.create(text=request.data["text"])
        return Response(note.id)


class OpenNoteViewSet(viewsets.ViewSet):
    permission_classes = []

    def create(self, request):
        note = Note.objects.create(text=request.data["text"])
        return Response(note.id)
