from fastapi import Header, HTTPException


def current_person(authorization: str = Header()):
    if not authorization.startswith("Bearer ") or authorization[7:] not in TOKENS:
        raise HTTPException(status_code=401)
    return TOKENS[authorization[7:]]
