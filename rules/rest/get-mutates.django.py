from django.urls import path
from django.views import View
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Like, Post


class Likes(APIView):
    def get(self, request, pk):
        # ruleid: rest/get-mutates
        Like.objects.create(post_id=pk, user=request.user)
        return Response({"ok": True})

    def post(self, request, pk):
        # ok: rest/get-mutates
        Like.objects.create(post_id=pk, user=request.user)
        return Response({"ok": True}, status=201)


class Visits(View):
    def get(self, request, pk):
        post = Post.objects.get(pk=pk)
        post.visits = post.visits + 1
        # ruleid: rest/get-mutates
        post.save()
        return render(request, "post.html", {"post": post})


class Removal(View):
    def delete(self, request, pk):
        # ok: rest/get-mutates
        Post.objects.filter(pk=pk).delete()
        return HttpResponse(status=204)


urlpatterns = [
    path("posts/<int:pk>/likes", Likes.as_view()),
    path("posts/<int:pk>", Visits.as_view()),
    path("posts/<int:pk>/removal", Removal.as_view()),
]
