from flask import make_response

COOKIE = "session_id"


def login(response, token, options):
    # ruleid: auth/insecure-cookie
    response.set_cookie("session", token)
    # ruleid: auth/insecure-cookie
    response.set_cookie("access_token", token, httponly=True, secure=True)
    # ruleid: auth/insecure-cookie
    response.set_cookie(key="jwt", value=token, httponly=True, samesite="Lax")
    # ruleid: auth/insecure-cookie
    response.set_cookie(COOKIE, token, secure=False, httponly=True, samesite="Lax")
    # ok: auth/insecure-cookie
    response.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
    # ok: auth/insecure-cookie
    response.set_cookie("session", token, **options)
    # ok: auth/insecure-cookie
    response.set_cookie("theme", "dark")
    # ok: auth/insecure-cookie
    response.set_cookie("csrf_token", token)
    # ok: auth/insecure-cookie
    response.set_cookie("session", "", max_age=0)
    # ok: auth/insecure-cookie
    response.delete_cookie("session")
