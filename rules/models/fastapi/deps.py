from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import OAuth2PasswordBearer


def get_session():
    return open("db")


def read_token(authorization: str = ""):
    if not authorization:
        raise HTTPException(status_code=401, detail="Sign in")
    return authorization


def whoami(token: str = Depends(read_token)):
    return token


def by_page(token: str = Depends(read_token), page: str | None = None):
    if page is not None:
        if find_page(page) is None:
            raise HTTPException(status_code=401)
        return None
    return token


CurrentUser = Annotated[dict, Depends(whoami)]


class RoleChecker:
    def __init__(self, role):
        self.role = role

    def __call__(self, user: CurrentUser):
        if user["role"] != self.role:
            raise HTTPException(403)


held = RoleChecker("editor")


class Bearer(OAuth2PasswordBearer):
    async def __call__(self, request: Request):
        return await find_user(await super().__call__(request))


inherited = Bearer()


def whoever(name: str | None = None, authorization: str = ""):
    if name is not None:
        return None
    return read_token(authorization)


class Ranger:
    def __init__(self, place):
        self.place = place

    def __call__(self, user: Annotated[dict, Depends(whoami)]):
        return user


class Visit:
    def __init__(self, user=Depends(whoami)):
        self.user = user


class Paging:
    def __init__(self, limit: int = 10):
        self.limit = limit

    def __call__(self, offset: int = 0):
        return offset
