from django.http import JsonResponse
from django.urls import path
from rest_framework.decorators import api_view
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import User
from .serializers import UserSerializer


@api_view(["GET"])
def names(request):
    # ruleid: api/list-unpaginated
    return JsonResponse(list(User.objects.all().values("name")), safe=False)


@api_view(["GET"])
def users(request):
    # ruleid: api/list-unpaginated
    found = User.objects.order_by("name")
    return Response(UserSerializer(found, many=True).data)


@api_view(["GET"])
def members(request):
    # ruleid: api/list-unpaginated
    serializer = UserSerializer(User.objects.filter(active=True), many=True)
    return Response(serializer.data)


@api_view(["GET"])
def newest(request):
    # ok: api/list-unpaginated
    return JsonResponse(list(User.objects.order_by("-id")[:20].values("name")), safe=False)


@api_view(["GET"])
def pages(request):
    # ok: api/list-unpaginated
    found = User.objects.order_by("name")
    page = PageNumberPagination().paginate_queryset(found, request)
    return Response(UserSerializer(page, many=True).data)


@api_view(["GET"])
def orders(request):
    # ok: api/list-unpaginated
    active = User.objects.filter(active=True)
    return Response(OrderSerializer(Order.objects.filter(user__in=active)[:20], many=True).data)


class People(APIView):
    def get(self, request):
        # ruleid: api/list-unpaginated
        people = User.objects.all()
        serializer = UserSerializer(people, many=True)
        return Response(serializer.data)

    def post(self, request):
        # ok: api/list-unpaginated
        return Response(UserSerializer(User.objects.filter(name=request.data["name"]), many=True).data)


urlpatterns = [
    path("people", People.as_view()),
    path("names", names),
    path("users", users),
    path("members", members),
    path("newest", newest),
    path("pages", pages),
    path("orders", orders),
]


# A view that says nothing of methods and reads no body answers GET.
def products(request):
    # ruleid: api/list-unpaginated
    return JsonResponse(list(Product.objects.values("id", "name")), safe=False)


def add_product(request):
    Product.objects.create(name=request.POST["name"])
    # ok: api/list-unpaginated
    return JsonResponse(list(Product.objects.values("id", "name")), safe=False)


def first_products(request):
    # ok: api/list-unpaginated
    return JsonResponse(list(Product.objects.values("id", "name")[:20]), safe=False)


def tickets(request):
    # ok: api/list-unpaginated
    members = User.objects.all()
    page = paginate(request, Ticket.objects.order_by("-created"))
    return render(request, "tickets.html", {"members": members, "tickets": page})


def first_with_lines(request):
    data = []
    for product in Product.objects.all()[:20]:
        # ok: api/list-unpaginated
        data.append({"id": product.id, "lines": list(product.lines.all())})
    return JsonResponse(data, safe=False)


async def overview(request):
    # ok: api/list-unpaginated
    product_count = await Product.objects.filter(shown=True).distinct().acount()
    # ok: api/list-unpaginated
    prices = await Product.objects.filter(shown=True).aaggregate(Sum("price"))
    return TemplateResponse(request, "overview.html", {"count": product_count, "prices": prices})


urlpatterns += [
    path("overview", overview),
    path("with-lines", first_with_lines),
    path("tickets", tickets),
    path("products", products),
    path("products/add", add_product),
    path("first-products", first_products),
]
