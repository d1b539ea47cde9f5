from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.permissions import SAFE_METHODS, AllowAny, BasePermission, IsAdminUser, IsAuthenticated
from rest_framework.views import APIView


class Banned(BasePermission):
    def has_permission(self, request, view):
        return request.user.banned


class ZoneViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated & ~Banned]

    def get_permissions(self):
        if self.request.method in SAFE_METHODS:
            return super().get_permissions()
        if settings.CLOSED:
            return [IsAdminUser()]
        return [AllowAny()]


class KeyViewSet(viewsets.ReadOnlyModelViewSet):
    def get_permissions(self):
        if self.action == "list":
            self.permission_classes = [AllowAny | IsAdminUser]
        return super().get_permissions()


class ServerViewSet(viewsets.ModelViewSet):
    permission_classes_by_action = {"list": [AllowAny]}

    def get_permissions(self):
        if self.action in ["list", "retrieve"]:
            return [AllowAny()]
        return [IsAuthenticated()]


class HostViewSet(viewsets.ReadOnlyModelViewSet):
    def get_permissions(self):
        if self.action == "list":
            permission_classes = [IsAuthenticated]
        elif self.action not in ("ping", "pong"):
            permission_classes = [IsAdminUser]
        else:
            permission_classes = []
        return [permission() for permission in permission_classes]

    @action(detail=True, methods=["post"], url_path="ping-it")
    def ping(self, request, pk=None):
        return None


class ZoneView(APIView):
    def get_permissions(self):
        if self.request.method == "GET":
            return [AllowAny()]
        if self.request.method == "PUT":
            return self.guards_of(self.request)
        return [IsAuthenticated()]

    def get(self, request):
        return None

    def post(self, request):
        return None

    def put(self, request):
        return None
