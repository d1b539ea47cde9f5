import hashlib
import hmac
import os
from typing import Annotated

from fastapi import Depends, Header, HTTPException, Security
from fastapi.security import HTTPAuthorizationCredentials
from flask import request

SECRET = os.environ["WEBHOOK_SECRET"]


def webhook():
    expected = hmac.new(SECRET.encode(), request.data, hashlib.sha256).hexdigest()
    # ruleid: auth/timing-unsafe-compare
    if request.headers["X-Signature"] != expected:
        return "", 401
    signature = request.headers.get("X-Hub-Signature")
    # ruleid: auth/timing-unsafe-compare
    if signature == expected:
        return "", 204
    # ruleid: auth/timing-unsafe-compare
    return "", 200 if request.args.get("token") == SECRET else 401


def cron(x_api_key: str = Header()):
    # ruleid: auth/timing-unsafe-compare
    return x_api_key == os.environ["API_KEY"]


def fine(expected, user):
    signature = request.headers.get("X-Signature")
    # ok: auth/timing-unsafe-compare
    if signature == "" or signature is None:
        return "", 401
    # ok: auth/timing-unsafe-compare
    if not hmac.compare_digest(signature, expected):
        return "", 401
    # ok: auth/timing-unsafe-compare
    if request.json["role"] == user.role:
        return "", 400
    # ok: auth/timing-unsafe-compare
    if user.token == user.previous_token:
        return "", 400
    # ok: auth/timing-unsafe-compare
    return "", 200 if len(signature) == len(expected) else 401


def put_manifest(manifest_ref):
    parsed = parse(request.data)
    # ok: auth/timing-unsafe-compare
    if parsed.digest != manifest_ref:
        raise ManifestInvalid()


@app.route("/mfa", methods=["POST"])
def enter_code():
    code_token = request.json["token"]
    # Whoever sends a code that was used learns nothing by it.
    # ok: auth/timing-unsafe-compare
    if not totp.verify(code_token) or user.last_otp == code_token:
        return "", 400
    return "", 204


def dismiss():
    state = current_user.state
    token = request.form.get("token")
    # Kept where it is another one: nothing is checked.
    # ok: auth/timing-unsafe-compare
    if state.get("dismissed") != token:
        state["dismissed"] = token
    return "", 204


def validate_csrf(provided_token):
    # ok: auth/timing-unsafe-compare
    return request.headers.get("X-Form-Token") == provided_token


def impersonate():
    # What the client sent was hashed first: no guess comes closer than another.
    token_hash = get_token_hash(request.cookies.get("admin"))
    # ok: auth/timing-unsafe-compare
    if token_hash != admin_session.token:
        raise Denied()


def by_environment():
    # ruleid: auth/timing-unsafe-compare
    if request.headers.get("X-Guess") != os.environ.get("ADMIN_TOKEN"):
        abort(401)
    # ok: auth/timing-unsafe-compare
    return request.args.get("mode") == os.environ.get("MODE")


def prefixed():
    mac = hmac.new(key, request.data, hashlib.sha256).hexdigest()
    # ruleid: auth/timing-unsafe-compare
    if request.headers.get("X-Hub-Signature-256") != "sha256=" + mac:
        abort(401)
    # ruleid: auth/timing-unsafe-compare
    if request.headers.get("X-Hub-Signature-256") != f"sha256={mac}":
        abort(401)
    # ok: auth/timing-unsafe-compare
    if request.headers.get("X-Token") == "none":
        abort(401)


def annotated(x_internal_token: Annotated[str, Header()], given: Annotated[str | None, Header()] = None):
    # ruleid: auth/timing-unsafe-compare
    if x_internal_token != settings.internal_token:
        raise HTTPException(403)
    # ruleid: auth/timing-unsafe-compare
    return given == settings.api_key


def scheme(api_key: str = Security(key_header), sent: HTTPAuthorizationCredentials = Depends(bearer)):
    # ruleid: auth/timing-unsafe-compare
    if api_key != settings.api_key:
        raise HTTPException(403)
    # ruleid: auth/timing-unsafe-compare
    if sent.credentials != settings.secret_token:
        raise HTTPException(401)
    # ok: auth/timing-unsafe-compare
    return sent.scheme == "Bearer"


def granted(request):
    # ok: auth/timing-unsafe-compare
    if request.form["grant_type"] == GrantTypes.API_KEY:
        return issue()
    grant_type = request.form["grant_type"]
    # ok: auth/timing-unsafe-compare
    if grant_type == GrantTypes.API_KEY:
        return issue()
    etag_value = tag_of(page)
    for token in request.headers["If-None-Match"].split(","):
        # ok: auth/timing-unsafe-compare
        if token == etag_value:
            return Response(status=304)
    # ruleid: auth/timing-unsafe-compare
    return request.form["key"] == Settings.API_KEY


def owner_of(request, session):
    # ok: auth/timing-unsafe-compare
    found = session.scalars(select(Device).where(Device.enabled, Device.api_key == request.headers["X-Api-Key"])).one_or_none()
    # ok: auth/timing-unsafe-compare
    known = or_(Device.api_key == request.headers["X-Api-Key"], Device.old_secret == request.args["secret"])
    return session.scalar(select(Device).where(known)) or found


def delivered(request):
    sent = request.headers.get("X-Hub-Signature-256")
    computed = hmac.new(settings.key, request.data, "sha256").hexdigest()
    # ruleid: auth/timing-unsafe-compare
    return computed == sent


def polled(request):
    marker = request.headers["X-Page-Token"]
    # ok: auth/timing-unsafe-compare
    return marker == current.marker


def scheduled(request):
    # ruleid: auth/timing-unsafe-compare
    if f"Bearer {os.environ['SCHEDULER_SECRET']}" != request.headers["Authorization"]:
        return 401


@router.get("/unsubscribe")
def unsubscribe(address: str, token: Optional[str] = None):
    # ok: auth/timing-unsafe-compare
    if address == newsletter.sender:
        return 400
    # ruleid: auth/timing-unsafe-compare
    if token == subscription.token:
        newsletter.leave(address)
