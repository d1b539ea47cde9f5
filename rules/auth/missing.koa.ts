import Koa from 'koa'
import Router from '@koa/router'
import jwt from 'koa-jwt'

const app = new Koa()
const open = new Router()
const late = new Router({ prefix: '/late' })

// ruleid: auth/missing
open.post('/songs', async (ctx) => {
  ctx.body = await add(ctx.request.body)
})

// ok: auth/missing
open.post('/login', async (ctx) => {
  ctx.body = {}
})

// ok: auth/missing
open.put('/songs/:id', async (ctx) => {
  if (!ctx.state.user) ctx.throw(401)
  ctx.body = {}
})

// ok: auth/missing
late.del('/songs/:id', async (ctx) => {
  ctx.status = 204
})

const koaJwt = require('koa-jwt')
const curator = koaJwt({ secret })
// ok: auth/missing
open.post('/exhibits', curator, async (ctx) => {
  ctx.status = 204
})

app.use(open.routes())
app.use(jwt({ secret }))
app.use(late.routes())
