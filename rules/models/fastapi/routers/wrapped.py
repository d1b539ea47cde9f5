from fastapi import Depends

from ..deps import whoami


def SignedInDependency():
    return Depends(whoami)
