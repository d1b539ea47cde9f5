from . import gathered

ROUTERS = [gathered.router]
