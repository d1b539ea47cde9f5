from rest_framework.views import APIView


class ReturnOrder(APIView):
    # ok: structure/http-in-service
    def post(self, request, user=None):
        return respond(request.query_params["order_id"], user)
