from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import render
from django.views import View
from django.views.decorators.http import require_POST
from elsewhere import BaseThing
from rest_framework import permissions, viewsets
from rest_framework.decorators import action, api_view, permission_classes
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.views import APIView


def index(request):
    return render(request)


@require_POST
def buy(request):
    return render(request)


def remove(request, pk):
    thing = Thing.objects.get(pk=pk)
    thing.delete()
    return redirect("/")


def remove_posted(request, pk):
    if request.method == "POST":
        Thing.objects.get(pk=pk).delete()
    return redirect("/")


@login_required
def sell(request):
    if request.method == "POST":
        return render(request)


@api_view(["POST"])
def function_view(request):
    return render(request)


class Page(LoginRequiredMixin, View):
    def get(self, request):
        pass

    def post(self, request):
        pass


class Cart(View):
    def post(self, request, pk):
        pass


class Public(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        pass


class Default(APIView):
    def get(self, request):
        pass

    def put(self, request):
        pass


class OnWeekdays(BasePermission):
    def has_permission(self, request, view):
        return weekday() < 5


class Custom(APIView):
    permission_classes = [OnWeekdays]

    def post(self, request):
        pass


class Foreign(BaseThing):
    def post(self, request):
        pass


class OrderViewSet(viewsets.ModelViewSet):
    @action(detail=True, methods=["post"], url_path="ship-it")
    def ship(self, request, pk=None):
        pass


class ItemViewSet(viewsets.ReadOnlyModelViewSet):
    permission_classes = []

    @action(detail=False, methods=["post"])
    def bulk(self, request):
        pass

    @action(detail=False, methods=["post"], permission_classes=[IsAuthenticated])
    def safe(self, request):
        pass

    @action(detail=False, methods=["post"], permission_classes=[permissions.AllowAny])
    def vote(self, request):
        pass


@api_view(["POST"])
@permission_classes([AllowAny])
def open_view(request):
    pass


class Table(LoginRequiredMixin, SingleTableView):
    table_class = ItemTable


class Grid(SingleTableView):
    table_class = ItemTable


class Filtered(FilterView):
    filterset_class = ItemFilter
