from fastapi import Header, HTTPException

TOKENS: dict[str, str] = {}


def current_user(authorization: str = Header()) -> str:
    user = TOKENS.get(authorization.removeprefix("Bearer "))
    if user is None:
        raise HTTPException(status_code=401, detail="Sign in first")
    return user
