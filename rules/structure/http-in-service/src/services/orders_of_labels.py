from dataclasses import dataclass


@dataclass
class Request:
    code: str


# ok: structure/http-in-service
def print_label(request: Request) -> str:
    return request.code
