from flask import abort, request


class Keys:
    def init_app(self, app):
        app.before_request(self.check)

    def check(self):
        if not request.headers.get("Authorization"):
            abort(401)


keys = Keys()
