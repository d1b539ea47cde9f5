import Router from 'koa-router'

const router = new Router()
// route: GET /entrance/plan open
router.get('/entrance/plan', async (ctx) => {
  ctx.body = {}
})
export default router
