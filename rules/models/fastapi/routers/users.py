from fastapi import APIRouter, Depends

from ..deps import CurrentUser, whoami

router = APIRouter(prefix="/users", tags=["users"])


# route: POST /api/v1/users open
@router.post("/")
def create(body: dict):
    return body


# route: DELETE /api/v1/users/{user_id} authenticated
@router.delete("/{user_id}")
def delete(user_id: int, me: CurrentUser):
    return me


# route: PUT /api/v1/users/{user_id} authenticated
@router.put("/{user_id}")
def put(user_id: int, me: dict = Depends(whoami)):
    return me
