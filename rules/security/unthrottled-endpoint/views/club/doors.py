from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django_ratelimit.decorators import ratelimit


class LoginView(View):
    @method_decorator(ratelimit(key="ip", rate="5/m", block=True))
    def post(self, request):
        return HttpResponse(status=204)


class GuestDoor(View):
    def post(self, request):
        return HttpResponse(status=204)
