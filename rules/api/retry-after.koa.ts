import Router from '@koa/router'

const router = new Router()

// What is thrown leaves the handler before the header is set.
router.get('/late', (ctx) => {
  // ruleid: api/retry-after
  if (busy()) ctx.throw(503, 'Busy')
  ctx.set('Retry-After', '10')
  ctx.body = {}
})

router.get('/timely', (ctx) => {
  ctx.set('Retry-After', '10')
  ctx.status = 503
  // ok: api/retry-after
  ctx.body = { error: 'Busy', code: 503 }
})
