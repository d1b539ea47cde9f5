from rest_framework.exceptions import Throttled
from rest_framework.views import APIView


class Refresh(APIView):
    def post(self, request):
        if recently():
            # ok: api/retry-after
            raise Throttled(wait=30, detail="Try again later.")
        # ruleid: api/retry-after
        raise Throttled(detail="Too many requests.")
