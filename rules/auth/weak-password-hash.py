import hashlib
from hashlib import md5

import bcrypt
import requests
from Crypto.Hash import SHA256
from passlib.hash import hex_sha1
from werkzeug.security import generate_password_hash


def digests(password, user, request, salt):
    # ruleid: auth/weak-password-hash
    a = hashlib.md5(password.encode()).hexdigest()
    # ruleid: auth/weak-password-hash
    b = hashlib.sha256((salt + user.password).encode("utf-8")).hexdigest()
    # ruleid: auth/weak-password-hash
    c = md5(request.form["password"].encode()).hexdigest()
    # ruleid: auth/weak-password-hash
    d = hashlib.new("sha1", bytes(password, "utf-8"))
    # ruleid: auth/weak-password-hash
    e = hashlib.sha512(f"{salt}{password}".encode())
    h = hashlib.sha256()
    # ruleid: auth/weak-password-hash
    h.update(password.encode())
    # ruleid: auth/weak-password-hash
    f = SHA256.new(password.encode())
    # ruleid: auth/weak-password-hash
    g = hex_sha1.hash(password)
    salted = password + salt
    # ruleid: auth/weak-password-hash
    i = hashlib.sha1(salted.encode()).hexdigest()
    # ruleid: auth/weak-password-hash
    j = generate_password_hash(password, method="sha256")
    return a, b, c, d, e, h, f, g, i, j


def stretched(raw_password):
    digest = raw_password.encode()
    for _ in range(1000):
        # ruleid: auth/weak-password-hash
        digest = hashlib.sha256(digest).digest()
    return digest


def fine(password, payload, reset_token, user):
    # ok: auth/weak-password-hash
    a = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    # ok: auth/weak-password-hash
    b = hashlib.pbkdf2_hmac("sha256", password.encode(), b"salt", 310000)
    # ok: auth/weak-password-hash
    c = hashlib.sha256(payload).hexdigest()
    # ok: auth/weak-password-hash
    d = hashlib.md5(user.email.lower().encode()).hexdigest()
    # ok: auth/weak-password-hash
    e = hashlib.sha256(reset_token.encode()).hexdigest()
    # ok: auth/weak-password-hash
    f = generate_password_hash(password)
    # ok: auth/weak-password-hash
    g = hashlib.sha256(user.password_changed_at.isoformat().encode())
    # ok: auth/weak-password-hash
    h = hashlib.scrypt(password.encode(), salt=b"salt", n=16384, r=8, p=1)
    return a, b, c, d, e, f, g, h


def is_breached(password):
    # ok: auth/weak-password-hash
    digest = hashlib.sha1(password.encode()).hexdigest().upper()
    answer = requests.get(f"https://api.pwnedpasswords.com/range/{digest[:5]}", timeout=5)
    return digest[5:] in answer.text


def answer_to_box(challenge, password):
    # ok: auth/weak-password-hash
    return hashlib.md5(f"{challenge}-{password}".encode("utf-16le")).hexdigest()


def signature_of(notification, api_password):
    # ok: auth/weak-password-hash
    return hashlib.sha512((notification.id + api_password).encode()).hexdigest()


def key_of(password):
    # ok: auth/weak-password-hash
    key = hashlib.sha256(password.encode()).digest()
    # ok: auth/weak-password-hash
    return hashlib.sha1(password.encode()).hexdigest()[0:32] + key


def verify_and_upgrade(password, stored):
    # ok: auth/weak-password-hash
    if hashlib.sha1(password.encode()).hexdigest() == stored:
        return argon2_hasher.hash(password)


def subsonic_token(password, salt):
    salted_password = password + salt
    # ok: auth/weak-password-hash
    token = hashlib.md5(salted_password.encode()).hexdigest()
    return token, salt


class Hasher:
    def encode(self, password, salt):
        # ok: auth/weak-password-hash
        digest = hashlib.sha512(password.encode()).hexdigest()
        return self.pbkdf2_round(digest, salt)


def store(user, password):
    # ruleid: auth/weak-password-hash
    user.password = hashlib.sha512(password.encode()).hexdigest()


class Checks:
    def passes(self, password):
        # ok: auth/weak-password-hash
        password_hash = hashlib.sha512(password.encode()).hexdigest()
        if password_hash not in self.answers:
            self.answers[password_hash] = self.ask(password)
        return self.answers[password_hash]


def routes_of(app):
    @app.post("/sessions")
    def enter():
        return hashlib.pbkdf2_hmac("sha256", request.form["password"].encode(), b"salt", 310000)

    @app.post("/passwords")
    def change():
        # ruleid: auth/weak-password-hash
        return store_of(hashlib.new("sha512", request.form["password"].encode()).digest())
