from django.utils import timezone
from rest_framework import routers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from .http import PATCH, PUT
from .models import Approval, ResetRequest

router = routers.DefaultRouter()


class Accounts(viewsets.GenericViewSet):
    def retrieve(self, request, pk=None):
        user = request.user
        user.last_login = timezone.now()
        # ok: rest/get-mutates
        user.save(update_fields=["last_login"])
        return Response({"id": user.pk})

    @action(["post"], detail=False)
    def reset(self, request):
        # ok: rest/get-mutates
        ResetRequest.objects.create(user=request.user)
        return Response(status=204)

    @action(detail=True, methods=[PUT, PATCH])
    def approve(self, request, pk=None):
        # ok: rest/get-mutates
        Approval.objects.create(user=request.user, ticket_id=pk)
        return Response(status=204)

    @action(["get"], detail=True)
    def accept(self, request, pk=None):
        # ruleid: rest/get-mutates
        Approval.objects.create(user=request.user, ticket_id=pk)
        return Response(status=204)


router.register("accounts", Accounts, basename="accounts")
