import requests


def test_teams_needs_a_token():
    # ok: auth/caller-missing-header
    assert requests.get("http://localhost:8000/teams").status_code == 401
