from typing import Annotated

from fastapi import Depends

from deps import whoami

SignedIn = Annotated[dict, Depends(whoami)]
Guest = Annotated[dict, Depends(Authenticator(subjects={User, Anonymous}))]
signed_in = Depends(whoami)
