from flask_restful import Resource


class Van(Resource):
    def get(self, van):
        if van > 9:
            # ruleid: api/ok-status-on-error
            return {"error": "No such van"}
        # ok: api/ok-status-on-error
        return {"error": None, "van": van}

    def delete(self, van):
        # ok: api/ok-status-on-error
        return {"error": "No such van"}, 404
