from flask_restful import fields

van_fields = {
    "plate": fields.String,
    # ruleid: api/money-float
    "price": fields.Float,
    # ruleid: api/money-float
    "delivery_cost": fields.Float(attribute="cost"),
    # ok: api/money-float
    "length": fields.Float,
    # ok: api/money-float
    "price_cents": fields.Float,
    # ok: api/money-float
    "total": fields.Fixed(decimals=2),
}
