from rest_framework.decorators import api_view
from rest_framework.response import Response


# A view, whatever folder it stands in.
@api_view(["GET"])
# ok: structure/http-in-service
def list_assignments(request):
    return Response(assignments(active=request.query_params.get("active")))


# ruleid: structure/http-in-service
def assignments_of(request):
    return assignments(active=request.query_params.get("active"))
