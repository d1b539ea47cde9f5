import Koa from 'koa'

const app = new Koa()

app.use(async (ctx, next) => {
  try {
    await next()
  } catch (error: any) {
    ctx.status = error.status || 500
    // ok: api/error-leak
    ctx.body = { error: ctx.status < 500 ? error.message : 'Internal error', code: ctx.status }
  }
})

app.use(async (ctx, next) => {
  try {
    await next()
  } catch (error: any) {
    ctx.status = error.status || 500
    // ruleid: api/error-leak
    ctx.body = { error: ctx.status >= 500 ? error.message : 'Not found', code: ctx.status }
  }
})

app.use(async (ctx, next) => {
  try {
    await next()
  } catch (error: any) {
    ctx.status = 500
    // ruleid: api/error-leak
    ctx.body = { error: ctx.status < 500 ? 'Not found' : error.message, code: ctx.status }
  }
})
