const userRoutes = require('./user-routes')

const defineRoutes = (app) => {
  app.use(async (ctx, next) => {
    if (!ctx.state.user) return ctx.throw(401)
    await next()
  })
  userRoutes(app)
}

module.exports = defineRoutes
