class StaffOnlyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def process_request(self, request):
        if request.path_info.startswith("/office/"):
            if not (request.user.is_authenticated and request.user.is_staff):
                return Answer({"problem": "please log in"})
