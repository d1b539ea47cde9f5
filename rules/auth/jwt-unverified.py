import jwt
from jose import jwt as jose_jwt


def claims(token, key):
    # ruleid: auth/jwt-unverified
    a = jwt.decode(token, options={"verify_signature": False})
    # ruleid: auth/jwt-unverified
    b = jwt.decode(token, key, options={"verify_exp": True, "verify_signature": False})
    # ruleid: auth/jwt-unverified
    c = jwt.decode(token, verify=False)
    # ruleid: auth/jwt-unverified
    d = jose_jwt.get_unverified_claims(token)
    options = {"verify_signature": False}
    # ruleid: auth/jwt-unverified
    f = jwt.decode(
        token,
        options=options,
    )
    return a, b, c, d, f


def permissive(token, key):
    # ruleid: auth/jwt-unverified
    return jwt.decode(token, key, algorithms=["HS256", "none"])


def verified(token, key):
    # ok: auth/jwt-unverified
    a = jwt.decode(token, key, algorithms=["HS256"])
    # ok: auth/jwt-unverified
    b = jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})
    # ok: auth/jwt-unverified
    c = jose_jwt.get_unverified_header(token)["kid"]
    return a, b, c


def tenant_first(token, keys):
    # ok: auth/jwt-unverified
    issuer = jwt.decode(token, options={"verify_signature": False})["iss"]
    return jwt.decode(token, keys[issuer], algorithms=["RS256"])


def other(payload):
    # ok: auth/jwt-unverified
    return base64.decode(payload, verify=False)


def issuer_of(token):
    # ok: auth/jwt-unverified
    return jwt.decode(token, options={"verify_signature": False}).get("iss")


def is_our_token(token):
    # ok: auth/jwt-unverified
    payload = jwt.decode(token, options={"verify_signature": False})
    return payload.get("owner") == "us"


def claims_of(token, keys):
    # ok: auth/jwt-unverified
    unverified = jwt.decode(token, options={"verify_signature": False})
    key = keys.for_issuer(unverified["iss"])
    claims = jwt.decode(token, key=key.material(), audience=unverified.get("aud"), algorithms=ALGORITHMS)
    return claims


def profile(token_response):
    # ok: auth/jwt-unverified
    return jwt.decode(token_response["id_token"], options={"verify_signature": False})


def signed_in(request):
    # ruleid: auth/jwt-unverified
    claims = jwt.decode(request.headers["x-token"], algorithms=["HS256"], options={"verify_signature": False})
    return User.get(claims["sub"])


def fallback(token, key):
    try:
        return jwt.decode(token, key, algorithms=["HS256"])
    except jwt.InvalidSignatureError:
        # ruleid: auth/jwt-unverified
        return jwt.decode(token, options={"verify_signature": False})


class ProviderTokens:
    def decode_id_token(self):
        id_token = self.id_token
        # ok: auth/jwt-unverified
        return jwt.decode(jwt=id_token, options={"verify_signature": False})


class OwnToken:
    def is_stale(self):
        return False

    def renewed(self, token):
        # ok: auth/jwt-unverified
        content = jwt.decode(token, algorithms=["RS256"], options={"verify_signature": False})
        if content.get("exp", 0) - 5 > now():
            return token
        return self.make()

    def whose(self, token):
        # ruleid: auth/jwt-unverified
        content = jwt.decode(token, algorithms=["RS256"], options={"verify_signature": False})
        if content.get("exp", 0) > now():
            return content["sub"]


def mint(payload):
    # ok: auth/jwt-unverified
    claims = jwt.decode(payload.token, options={"verify_signature": False})
    return services[claims["iss"]].mint(payload.token)


def mint_for_user(payload):
    # ruleid: auth/jwt-unverified
    claims = jwt.decode(payload.token, options={"verify_signature": False})
    return services[claims["iss"]].mint(claims["sub"])


def signed(unverified_token):
    # ruleid: auth/jwt-unverified
    return jwt.decode(unverified_token, options={"verify_signature": False, "require": ["iss", "exp"]})


def unless_blocked(token, key):
    # ok: auth/jwt-unverified
    claims = jwt.get_unverified_claims(token)
    if blocked(claims.get("jti")):
        return None
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_signature": True, "verify_aud": False})
