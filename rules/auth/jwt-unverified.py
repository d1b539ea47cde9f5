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
