from typing import Annotated

from fastapi import Depends

from deps import whoami

SignedIn = Annotated[dict, Depends(whoami)]
