from flask import blueprints

blueprint = blueprints.Blueprint("shop", __name__)


# route: POST /shop/orders open
@blueprint.post("/orders")
def order():
    return {}
