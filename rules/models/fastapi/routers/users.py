from fastapi import APIRouter, Depends

from services import OwnerDep, SignedIn, people
from services.people import signed_in

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


# The alias comes from another module than the one that it is imported from.
# route: PATCH /api/v1/users/{user_id} authenticated
@router.patch("/{user_id}")
def patch(user_id: int, me: SignedIn):
    return me


# Nobody can say what the other module makes of this name.
# route: POST /api/v1/users/{user_id}/gifts unknown
@router.post("/{user_id}/gifts")
def give(user_id: int, owner: OwnerDep):
    return owner


# A name that holds a dependency.
# route: DELETE /api/v1/users/{user_id}/gifts authenticated
@router.delete("/{user_id}/gifts", dependencies=[signed_in])
def take(user_id: int):
    return {}


# route: PUT /api/v1/users/{user_id}/gifts authenticated
@router.put("/{user_id}/gifts")
def change(user_id: int, me=signed_in):
    return me


# route: POST /api/v1/users/new open public
@router.post("/new")
def sign_up(body: dict):
    return body


# route: POST /api/v1/users/{user_id}/friends authenticated
@router.post("/{user_id}/friends")
def befriend(user_id: int, me: people.SignedIn):
    return me


# Those who are nobody may call this, too.
# route: POST /api/v1/users/{user_id}/visits unknown
@router.post("/{user_id}/visits")
def visit(user_id: int, me: people.Guest):
    return me
