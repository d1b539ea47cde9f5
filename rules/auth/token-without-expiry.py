import jwt
from flask_jwt_extended import create_access_token


def sign(user, key, data, expires, payload):
    # ruleid: auth/token-without-expiry
    a = jwt.encode({"sub": user.id}, key, algorithm="HS256")
    claims = {"sub": user.id, "role": user.role}
    # ruleid: auth/token-without-expiry
    b = jwt.encode(claims, key, algorithm="HS256")
    # ruleid: auth/token-without-expiry
    c = create_access_token(identity=user.id, expires_delta=False)
    # ok: auth/token-without-expiry
    d = jwt.encode({"sub": user.id, "exp": expires}, key, algorithm="HS256")
    to_encode = data.copy()
    to_encode.update({"exp": expires})
    # ok: auth/token-without-expiry
    e = jwt.encode(to_encode, key, algorithm="HS256")
    dated = {"sub": user.id}
    dated["exp"] = expires
    # ok: auth/token-without-expiry
    f = jwt.encode(dated, key, algorithm="HS256")
    # ok: auth/token-without-expiry
    g = jwt.encode(payload, key, algorithm="HS256")
    # ok: auth/token-without-expiry
    h = create_access_token(identity=user.id)
    return a, b, c, d, e, f, g, h


def store(session, user, token, expires):
    # ruleid: auth/token-without-expiry
    PasswordReset.objects.create(user=user, token=token)
    # ruleid: auth/token-without-expiry
    session.add(Invitation(email=user.email, token=token))
    # ok: auth/token-without-expiry
    PasswordReset.objects.create(user=user, token=token, expires_at=expires)
    # ok: auth/token-without-expiry
    session.add(Invitation(email=user.email, token=token, valid_until=expires))
    # ok: auth/token-without-expiry
    Device.objects.create(user=user, token=token)


def encode_with_header(payload, key):
    header = {"alg": "HS256"}
    # ok: auth/token-without-expiry
    return jwt.encode(header, payload, key)


EXPIRES = "exp"


def named_claim(key, now):
    # ok: auth/token-without-expiry
    return jwt.encode({"sub": "a", EXPIRES: now}, key)


def named_claim_held(key, now):
    payload = {
        "iss": "me",
        JWT.EXPIRE_TIME: now,
    }
    # ok: auth/token-without-expiry
    return jwt.encode(payload, key=key, algorithm="RS256")


def provider(config, now):
    # ok: auth/token-without-expiry
    return jwt.encode({"iss": config["TEAM_ID"], "iat": int(now)}, key, algorithm="ES256", headers={"kid": "1"})


def issued(user, now):
    # ruleid: auth/token-without-expiry
    return jwt.encode({"sub": user.id, "iat": now}, key, algorithm="HS256")


class PasswordResetToken(Base):
    token = Column(String)


class EmailVerification(Base):
    token = Column(String)
    expires_at = Column(DateTime, default=in_an_hour)


def made_before(session, user, expires, rest):
    reset = PasswordResetToken(user_id=user.id, token=secrets.token_urlsafe())
    # ruleid: auth/token-without-expiry
    session.add(reset)
    dated = PasswordResetToken(user_id=user.id, token=secrets.token_urlsafe(), expires_at=expires)
    # ok: auth/token-without-expiry
    session.add(dated)
    later = PasswordResetToken(user_id=user.id, token=secrets.token_urlsafe())
    later.expires_at = expires
    # ok: auth/token-without-expiry
    session.add(later)
    open_fields = PasswordResetToken(token=secrets.token_urlsafe(), **rest)
    # ok: auth/token-without-expiry
    session.add(open_fields)
    by_default = EmailVerification(token=secrets.token_urlsafe())
    # ok: auth/token-without-expiry
    session.add(by_default)
    elsewhere = MagicLink(token=secrets.token_urlsafe())
    # ok: auth/token-without-expiry
    session.add(elsewhere)


def by_name(user, key, expires):
    claims = dict(sub=user.id, role=user.role)
    # ruleid: auth/token-without-expiry
    a = jwt.encode(claims, key, algorithm="HS256")
    dated = dict(sub=user.id, exp=expires)
    # ok: auth/token-without-expiry
    b = jwt.encode(dated, key, algorithm="HS256")
    later = dict(sub=user.id)
    later["exp"] = expires
    # ok: auth/token-without-expiry
    c = jwt.encode(later, key, algorithm="HS256")
    return a, b, c


def by_keyword(user, key, expires, more):
    # ruleid: auth/token-without-expiry
    a = jwt.encode(payload=dict(sub=user.id), key=key)
    # ruleid: auth/token-without-expiry
    b = jwt.encode(dict(sub=user.id, role=user.role), key)
    # ok: auth/token-without-expiry
    c = jwt.encode(dict(sub=user.id, exp=expires), key)
    # ok: auth/token-without-expiry
    d = jwt.encode(payload=dict(sub=user.id, **more), key=key)
    # ok: auth/token-without-expiry
    e = jwt.encode(dict(more, sub=user.id), key)
    return a, b, c, d, e


def by_sql(cursor, email, token, expires):
    # ruleid: auth/token-without-expiry
    cursor.execute("INSERT INTO password_resets (email, token) VALUES (%s, %s)", (email, token))
    # ok: auth/token-without-expiry
    cursor.execute("INSERT INTO password_resets (email, token, expires_at) VALUES (%s, %s, %s)", (email, token, expires))
    # ok: auth/token-without-expiry
    cursor.execute("INSERT INTO devices (email, token) VALUES (%s, %s)", (email, token))


def invite(user, session, serializer):
    invite_token = serializer.dumps({"user": user.id})
    # ok: auth/token-without-expiry
    session.add(RoleInvitation(user=user, token=invite_token))


def invite_by_chance(user, session):
    invite_token = secrets.token_urlsafe(32)
    # ruleid: auth/token-without-expiry
    session.add(
        # ok: auth/token-without-expiry
        RoleInvitation(user=user, token=invite_token)
    )
