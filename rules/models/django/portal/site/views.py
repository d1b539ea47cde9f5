from django.views import View


class Rooms(View):
    def post(self, request):
        return rooms.add(request.POST["name"])
