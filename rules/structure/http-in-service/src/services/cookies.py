from fastapi import Response


# ruleid: structure/http-in-service
def remember(response: Response, token: str):
    response.set_cookie("token", token, httponly=True, secure=True, samesite="lax")


# ok: structure/http-in-service
def token_of(user_id: int):
    return f"token-{user_id}"
