from decouple import config

ATOMIC_REQUESTS = config("ATOMIC_REQUESTS", default=True, cast=bool)
