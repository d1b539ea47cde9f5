from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path

from kiosk.models import Visitor


def known(view):
    def wrapped(request, *args, **kwargs):
        if "auth_token" in request.COOKIES:
            try:
                Visitor.objects.get(auth_token=request.COOKIES["auth_token"])
                return view(request, *args, **kwargs)
            except Visitor.DoesNotExist:
                return HttpResponseRedirect("/login")
        else:
            return HttpResponseRedirect("/login")

    return wrapped


# What a cookie says, whoever sends it may have written.
def chosen(view):
    def wrapped(request, *args, **kwargs):
        if request.COOKIES.get("auth_token") != "let-me-in":
            return HttpResponseRedirect("/login")
        return view(request, *args, **kwargs)

    return wrapped


@known
def tickets(request):
    return HttpResponse("x")


@chosen
def badges(request):
    return HttpResponse("x")


urlpatterns = [
    # route: * /tickets authenticated
    path("tickets", tickets),
    # route: * /badges open
    path("badges", badges),
]
