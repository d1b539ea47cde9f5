import Koa from 'koa'
import Router from '@koa/router'
import compose from 'koa-compose'
import jwt from 'koa-jwt'
import { member, traced } from './guards'

const app = new Koa()
app.use(traced)
app.use(jwt({ secret: process.env.KEY }).unless({ path: [/^\/open/, '/orders/new', { url: '/cart', methods: ['GET'] }] }))

const router = new Router()
// route: GET /open/info open
router.get('/open/info', (ctx) => (ctx.body = 'x'))
// route: GET /orders/new open
router.get('/orders/new', (ctx) => (ctx.body = 'x'))
// route: GET /cart open
router.get('/cart', (ctx) => (ctx.body = 'x'))
// route: POST /cart authenticated
router.post('/cart', (ctx) => (ctx.body = 'x'))
// route: GET /orders/:id authenticated
router.get('/orders/:id', (ctx) => (ctx.body = 'x'))
// route: POST /open/gate authenticated
router.post('/open/gate', compose([traced, member]), (ctx) => (ctx.body = 'x'))
app.use(router.routes())

const shed = new Router({ prefix: '/shed' })
shed.use(member.unless({ custom: (ctx) => ctx.query.guest }))
// route: GET /shed/tools unknown
shed.get('/tools', (ctx) => (ctx.body = 'x'))
const garden = new Router({ prefix: '/garden' })
garden.use(member.unless({ method: ['GET'] }))
// route: GET /garden/beds open
garden.get('/beds', (ctx) => (ctx.body = 'x'))
// route: POST /garden/beds authenticated
garden.post('/beds', (ctx) => (ctx.body = 'x'))
const yard = new Koa()
yard.use(compose([shed.routes(), garden.routes()]))
