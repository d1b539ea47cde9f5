MIDDLEWARE = ["site.middleware.StaffOnlyMiddleware"]
