import os

import aiohttp
import httpx
import requests

BASE_URL = os.environ.get("TEAMS_URL", "http://localhost:8000")


def plain():
    # ruleid: auth/caller-missing-header
    requests.get(f"{BASE_URL}/teams")
    # ruleid: auth/caller-missing-header
    requests.post("%s/teams/%d/members" % (BASE_URL, 3), json={"name": "a"}, timeout=5)
    # ruleid: auth/caller-missing-header
    return httpx.get(BASE_URL + "/teams", headers={"Accept": "application/json"})


def with_header(token):
    headers = {"Accept": "application/json"}
    headers["Authorization"] = f"Bearer {token}"
    # ok: auth/caller-missing-header
    requests.get(f"{BASE_URL}/teams", headers=headers)
    # ok: auth/caller-missing-header
    requests.get(f"{BASE_URL}/teams", auth=("user", token))
    # ok: auth/caller-missing-header
    return requests.get(f"{BASE_URL}/status")


def with_session(token):
    session = requests.Session()
    session.headers.update({"Authorization": f"Bearer {token}"})
    # ok: auth/caller-missing-header
    return session.get(f"{BASE_URL}/teams")


def with_plain_session():
    session = requests.Session()
    session.headers.update({"User-Agent": "sync"})
    # ruleid: auth/caller-missing-header
    return session.get(f"{BASE_URL}/teams")


class TeamsClient:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def teams(self):
        # ok: auth/caller-missing-header
        return self.session.get(f"{BASE_URL}/teams")


async def asynchronous(token):
    async with httpx.AsyncClient(base_url=BASE_URL) as client:
        # ruleid: auth/caller-missing-header
        await client.get("/teams")
    async with httpx.AsyncClient(base_url=BASE_URL, headers={"Authorization": token}) as client:
        # ok: auth/caller-missing-header
        await client.get("/teams")
    async with aiohttp.ClientSession() as session:
        # ruleid: auth/caller-missing-header
        async with session.get(f"{BASE_URL}/teams") as response:
            return await response.json()


def by_fixture(client):
    # ok: auth/caller-missing-header
    return client.get("/teams")


# Nothing says that a header is asked for.
def among_the_data(token, auth_token):
    proof = {"token": token, "auth_token": auth_token}
    # ok: auth/caller-missing-header
    requests.post(f"{BASE_URL}/drops/rename", json=proof)
    # ruleid: auth/caller-missing-header
    return requests.post(f"{BASE_URL}/drops/rename", json={"name": "a"})
