from httpx import Response


# ok: structure/http-in-service
def body_of(response: Response):
    return response.json()
