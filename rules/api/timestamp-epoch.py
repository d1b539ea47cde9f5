import time
from datetime import datetime

from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/orders/<order_id>")
def read_order(order_id):
    order = find(order_id)
    # ok: api/timestamp-epoch
    audit = {"created_at": time.time()}
    save(audit)
    if order_id == "1":
        return jsonify(
            # ruleid: api/timestamp-epoch
            expires_at=order.expires.timestamp(),
            # ok: api/timestamp-epoch
            created=order.created.isoformat(),
        )
    return {
        # ruleid: api/timestamp-epoch
        "created_at": time.time(),
        # ruleid: api/timestamp-epoch
        "timestamp": int(datetime.utcnow().timestamp()),
        # ok: api/timestamp-epoch
        "updated_at": datetime.utcnow().isoformat(),
        # ok: api/timestamp-epoch
        "client_id_issued_at": int(order.created.timestamp()),
        # ok: api/timestamp-epoch
        "took": time.time() - order.start,
    }
