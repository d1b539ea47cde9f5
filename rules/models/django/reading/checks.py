from rest_framework import status
from rest_framework.response import Response


def refusal(request):
    if not request.user.is_authenticated:
        return Response({"error": "Sign in"}, status=status.HTTP_401_UNAUTHORIZED)
    return None
