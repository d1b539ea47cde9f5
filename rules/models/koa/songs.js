const Router = require('koa-router')

const router = new Router()
// route: POST /api/songs open
router.post('/', async (ctx) => {
  ctx.body = {}
})

module.exports = router
