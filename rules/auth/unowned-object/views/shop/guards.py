from django.http import HttpResponseRedirect

from shop.models import Visitor


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
