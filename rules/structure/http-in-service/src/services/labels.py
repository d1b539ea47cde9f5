from dataclasses import dataclass

from src.services.printing import Request


@dataclass
class LabelRequest:
    code: str


# ok: structure/http-in-service
def print_later(request: Request) -> str:
    return request.code
