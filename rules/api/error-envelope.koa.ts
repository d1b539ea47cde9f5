import Koa from 'koa'
import Router from '@koa/router'

const router = new Router()

router.get('/orders/:id', async (ctx) => {
  if (!ctx.params.id) {
    ctx.status = 400
    // ruleid: api/error-envelope
    ctx.body = { message: 'An id is needed' }
    return
  }
  if (ctx.params.id === '1') {
    // ok: api/error-envelope
    ctx.body = { error: 'No such order', code: 404 }
    ctx.status = 404
    return
  }
  if (ctx.params.id === '2') {
    ctx.status = 404
    // ruleid: api/error-envelope
    ctx.body = 'No such order'
    return
  }
  // ruleid: api/error-envelope
  if (ctx.params.id === '3') ctx.throw(403, 'Not for you')
  // ok: api/error-envelope
  ctx.body = { message: 'found' }
})
