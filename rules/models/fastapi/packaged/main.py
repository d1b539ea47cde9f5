from .api import vouchers_router
from .core import app

app.include_router(vouchers_router)
