from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django_ratelimit.decorators import ratelimit

from club.forms import EntryForm


class LoginView(View):
    @method_decorator(ratelimit(key="ip", rate="5/m", block=True))
    def post(self, request):
        return HttpResponse(status=204)


def enter(request):
    form = EntryForm(request.POST)
    if form.is_valid():
        return HttpResponse(status=204)
    return HttpResponse(status=422)


class GuestDoor(View):
    def post(self, request):
        return HttpResponse(status=204)
