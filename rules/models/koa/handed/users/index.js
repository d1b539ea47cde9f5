const Router = require('@koa/router')

const router = new Router()
require('./remove').register(router)

module.exports = router.routes()
