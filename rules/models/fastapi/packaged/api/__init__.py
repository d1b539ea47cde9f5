from .vouchers import router as vouchers_router
