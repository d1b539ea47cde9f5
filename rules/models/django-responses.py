from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView


def one(request, id):
    if id == 0:
        # response: 404 text exception
        raise Http404("No such user")
    if id == 1:
        # response: 400 text
        return HttpResponseBadRequest("Not this one")
    # response: 200 default {id}
    return JsonResponse({"id": id})


def change(request, id):
    # response: 503 {error, code} sets retry-after
    response = JsonResponse({"error": "Busy", "code": 503}, status=503)
    response["Retry-After"] = "10"
    return response


def plain(request):
    # response: 404 text
    return HttpResponse("No such thing", status=404)


def full(request):
    if request.GET:
        # response: 503 empty sets retry-after
        return HttpResponse(status=503, headers={"Retry-After": "10"})
    # response: 429 empty
    return HttpResponse(status=429)


class Users(APIView):
    def delete(self, request):
        # response: 204 empty
        return Response(status=status.HTTP_204_NO_CONTENT)

    def get(self, request):
        if not request.query_params:
            # response: 404 {detail} exception
            raise NotFound("No such user")
        # response: 200 default {id}
        return Response({"id": 1})

    def post(self, request):
        if not request.data:
            # response: 400 {error, code}
            return Response({"error": "A body is needed", "code": 400}, status=status.HTTP_400_BAD_REQUEST)
        # response: 201 {id}
        return Response({"id": 1}, status=201)


# A dictionary is no answer.
def quiet():
    return {"error": "x"}
