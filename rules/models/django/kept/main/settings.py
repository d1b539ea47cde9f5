MIDDLEWARE = ["login_required.middleware.LoginRequiredMiddleware"]
LOGIN_REQUIRED_IGNORE_VIEW_NAMES = ["login"]
