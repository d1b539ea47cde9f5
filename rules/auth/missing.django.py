from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import path
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from rest_framework import viewsets
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.routers import DefaultRouter
from rest_framework.views import APIView


@require_POST
def buy(request):
    pass


@login_required
@require_POST
def sell(request):
    pass


def form(request):
    if request.method == "POST":
        pass


def inside(request):
    if not request.user.is_authenticated:
        return None
    if request.method == "POST":
        pass


def page(request):
    pass


@api_view(["POST"])
def open_function(request):
    pass


@api_view(["POST"])
@permission_classes([IsAuthenticated])
def safe_function(request):
    pass


@api_view(["POST"])
@permission_classes([AllowAny])
def public_function(request):
    pass


class Edit(LoginRequiredMixin, View):
    def post(self, request):
        pass


class OpenEdit(View):
    def get(self, request):
        pass

    def post(self, request):
        pass


class Safe(APIView):
    permission_classes = [IsAuthenticatedOrReadOnly]

    def get(self, request):
        pass

    def put(self, request):
        pass


class Orders(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]


class Items(viewsets.ModelViewSet):
    pass


class Shown(viewsets.ReadOnlyModelViewSet):
    pass


router = DefaultRouter()
# ok: auth/missing
router.register("orders", Orders)
# ruleid: auth/missing
router.register("items", Items)
# ok: auth/missing
router.register("shown", Shown)

urlpatterns = [
    # ruleid: auth/missing
    path("buy", buy),
    # ok: auth/missing
    path("sell", sell),
    # ruleid: auth/missing
    path("form", form),
    # ok: auth/missing
    path("inside", inside),
    # ok: auth/missing
    path("page", page),
    # ruleid: auth/missing
    path("fn/open", open_function),
    # ok: auth/missing
    path("fn/safe", safe_function),
    # ok: auth/missing
    path("fn/public", public_function),
    # ok: auth/missing
    path("edit", Edit.as_view()),
    # ruleid: auth/missing
    path("open-edit", OpenEdit.as_view()),
    # ruleid: auth/missing
    path("exempt", csrf_exempt(OpenEdit.as_view())),
    # ok: auth/missing
    path("wrapped", login_required(OpenEdit.as_view())),
    # ok: auth/missing
    path("safe", Safe.as_view()),
    # ok: auth/missing
    path("login", OpenEdit.as_view()),
    # ok: auth/missing
    path("forget_password", OpenEdit.as_view()),
]
