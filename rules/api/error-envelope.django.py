from django.core.exceptions import PermissionDenied as DeniedByDjango
from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from rest_framework import exceptions, serializers, status
from rest_framework.exceptions import NotFound, PermissionDenied, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView


class Gone(exceptions.APIException):
    status_code = 410
    default_detail = "Gone"


def read_order(request, order_id):
    if not order_id:
        # ruleid: api/error-envelope
        return JsonResponse({"message": "An id is needed"}, status=400)
    if order_id == "1":
        # ok: api/error-envelope
        return JsonResponse({"error": "No such order", "code": 404}, status=404)
    if order_id == "2":
        # ruleid: api/error-envelope
        return HttpResponseBadRequest("An id is needed")
    if order_id == "3":
        # ok: api/error-envelope
        return HttpResponse(status=404)
    if order_id == "4":
        # ruleid: api/error-envelope
        raise Http404("No such order")
    if order_id == "5":
        # ruleid: api/error-envelope
        return HttpResponse("No such order", status=404)
    if order_id == "6":
        # ruleid: api/error-envelope
        raise DeniedByDjango
    # ok: api/error-envelope
    return JsonResponse({"message": "found"})


# A page for people.
def order_page(request, order_id):
    if not order_id:
        # ok: api/error-envelope
        raise Http404("No such order")
    return render(request, "order.html")


class OrderSerializer(serializers.ModelSerializer):
    def validate_name(self, name):
        if not name:
            # ok: api/error-envelope
            raise serializers.ValidationError("A name is needed")
        return name


class OrderView(APIView):
    def get(self, request, order_id):
        if not order_id:
            # ruleid: api/error-envelope
            return Response({"detail": "An id is needed"}, status=status.HTTP_400_BAD_REQUEST)
        if order_id == "1":
            # ok: api/error-envelope
            return Response({"error": "No such order", "code": 404}, status=404)
        if order_id == "2":
            # ruleid: api/error-envelope
            raise NotFound("No such order")
        if order_id == "3":
            # ruleid: api/error-envelope
            raise PermissionDenied()
        if order_id == "4":
            # ruleid: api/error-envelope
            raise ValidationError({"order": ["unknown"]})
        if order_id == "5":
            # ruleid: api/error-envelope
            raise exceptions.NotFound(detail="No such order")
        if order_id == "6":
            # ruleid: api/error-envelope
            raise NotFound
        if order_id == "7":
            # ruleid: api/error-envelope
            raise serializers.ValidationError("No such order")
        if order_id == "8":
            # ruleid: api/error-envelope
            raise Gone()
        serializer = OrderSerializer(data=request.data)
        if not serializer.is_valid():
            # ok: api/error-envelope
            return Response(serializer.errors, status=status.HTTP_400_BAD_REQUEST)
        # ok: api/error-envelope
        return Response({"detail": "found"})
