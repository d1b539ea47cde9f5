import Koa from 'koa'
import Router from '@koa/router'
import jwt from 'koa-jwt'
import bodyParser from 'koa-bodyparser'
import songs from './songs'
import { authenticated } from './authenticated'

const app = new Koa()
app.use(bodyParser())

const open = new Router()
// route: POST /feedback open
open.post('/feedback', async (ctx) => {
  ctx.body = {}
})
// route: POST /sessions open public
open.post('sign-in', '/sessions', async (ctx) => {
  ctx.body = {}
})
app.use(open.routes()).use(open.allowedMethods())

const router = new Router({ prefix: '/api' })
// route: POST /api/albums open
router.post('/albums', async (ctx) => {
  ctx.body = {}
})
// route: PUT /api/albums/:id authenticated
router.put('/albums/:id', authenticated, async (ctx) => {
  ctx.body = {}
})
router.use('/artists', jwt({ secret: process.env.SECRET }))
// route: POST /api/artists authenticated
router.post('/artists', async (ctx) => {
  ctx.body = {}
})
// route: DELETE /api/albums/:id authenticated
router.del('/albums/:id', async (ctx) => {
  if (!ctx.state.user) ctx.throw(401, 'Sign in')
  ctx.body = {}
})
router.use('/songs', songs.routes(), songs.allowedMethods())
app.use(router.routes())

// A map is no router.
settings.get('theme', fallback)
