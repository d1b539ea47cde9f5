from flask.views import MethodView


class Reports(MethodView):
    # ruleid: size/route-handler
    def get(self):
        rows = load_rows()
        report = {}
        report["orders"] = rows.count("orders")
        return report

    # ok: size/route-handler
    def post(self):
        return {}, 201


class Loader:
    # ok: size/route-handler
    def get(self):
        rows = load_rows()
        report = {}
        report["orders"] = rows.count("orders")
        return report
