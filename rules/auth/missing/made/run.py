import maker

from api.carts import carts_bp
from api.invoices import invoices_bp
from api.labels import labels_bp
from api.orders import orders_bp
from api.teams import teams_bp

# However it is made: what is registered here is one application, and that asks nobody who he is.
make = maker.make
app = make("development")
app.register_blueprint(carts_bp)
app.register_blueprint(invoices_bp)
app.register_blueprint(labels_bp)
app.register_blueprint(orders_bp)
app.register_blueprint(teams_bp)
