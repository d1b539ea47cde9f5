import json
import urllib.request
from urllib.parse import urljoin

import requests

API = "https://shop.example.com/api/"


def request(method, path, **kwargs):
    return requests.request(method, urljoin(API, path), **kwargs)


def authorized(method, path, token):
    return requests.request(method, urljoin(API, path), headers={"Authorization": f"Bearer {token}"})


def orders(token):
    # ruleid: auth/caller-missing-header
    request("GET", "orders")
    # ruleid: auth/caller-missing-header
    request("DELETE", f"orders/{3}", timeout=3)
    # ok: auth/caller-missing-header
    request("GET", "orders", headers={"Authorization": token})
    # ok: auth/caller-missing-header
    return authorized("GET", "orders", token)


def with_urllib(token):
    # ruleid: auth/caller-missing-header
    urllib.request.urlopen("https://shop.example.com/api/orders")
    posted = urllib.request.Request("https://shop.example.com/api/orders", data=json.dumps({}).encode())
    # ruleid: auth/caller-missing-header
    urllib.request.urlopen(posted)
    signed = urllib.request.Request("https://shop.example.com/api/orders")
    signed.add_header("Authorization", f"Bearer {token}")
    # ok: auth/caller-missing-header
    return urllib.request.urlopen(signed)


def manual():
    # ok: auth/caller-missing-header
    return urllib.request.urlopen("http://www.lua.org/manual")


def find_browser(port):
    # The server offers what browsers do under the same path, and this one is asked itself.
    # ok: auth/caller-missing-header
    return requests.get(f"http://127.0.0.1:{port}/json/version", timeout=1)
