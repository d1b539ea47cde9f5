from django.contrib.auth.middleware import RemoteUserMiddleware


class ReverseProxyAuthMiddleware(RemoteUserMiddleware):
    """Finds out who calls, and turns nobody away."""

    header = "HTTP_REMOTE_USER"


class TokenAuthMiddleware:
    """By its name it guards; its body lets everybody pass."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.token = request.headers.get("Authorization")
        return self.get_response(request)
