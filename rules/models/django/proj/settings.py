REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
MIDDLEWARE = ["proj.middleware.ReverseProxyAuthMiddleware", "proj.middleware.TokenAuthMiddleware"]
