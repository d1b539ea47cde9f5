from typing import Annotated

from fastapi import Depends

from .stores import Birds, StoredBirds, session


def get_birds() -> Birds:
    return StoredBirds(session)


AnyBirds = Annotated[Birds, Depends(get_birds)]
