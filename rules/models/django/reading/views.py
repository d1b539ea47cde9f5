from rest_framework import exceptions, permissions
from rest_framework.authentication import TokenAuthentication
from rest_framework.decorators import action, api_view, authentication_classes, permission_classes
from rest_framework.generics import CreateAPIView
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from reading.checks import refusal


class LateToken(TokenAuthentication):
    def authenticate(self, request):
        try:
            return super().authenticate(request)
        except exceptions.AuthenticationFailed:
            forget(request)
            raise

    def authenticate_credentials(self, key):
        if not known(key):
            raise exceptions.AuthenticationFailed("Invalid token")
        return find(key)


@api_view(["GET", "PATCH"])
@permission_classes((permissions.IsAuthenticatedOrReadOnly,))
@authentication_classes((LateToken,))
def shelf(request, pk):
    return Response(change(pk, request.data))


@api_view(["GET", "PATCH"])
@permission_classes((permissions.IsAuthenticatedOrReadOnly,))
def corner(request, pk):
    if request.method == "PATCH":
        refused = refusal(request)
        if refused:
            return refused
    return Response(change(pk, request.data))


class BookViewSet(GenericViewSet):
    permission_classes = [permissions.IsAuthenticatedOrReadOnly]

    @action(detail=True, methods=["get", "post"])
    def loan(self, request, pk):
        return Response(change(pk, request.data))


class StaffMixin:
    def get_permissions(self):
        self.permission_classes.append(permissions.IsAdminUser)
        return super().get_permissions()


class DeskView(StaffMixin, CreateAPIView):
    queryset = Desk.objects.all()
