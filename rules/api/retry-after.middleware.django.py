from django.http import JsonResponse


class RetryLater:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 503:
            response["Retry-After"] = "30"
        return response


def reports(request):
    # ok: api/retry-after
    return JsonResponse({"error": "Not ready", "code": 503}, status=503)
