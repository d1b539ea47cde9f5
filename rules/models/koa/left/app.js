import Koa from 'koa'
import Router from 'koa-router'
import handlebars from 'koa-handlebars'
import Visits from './visits.js'
import entrance from './entrance.js'

const app = new Koa()
app.use(handlebars({ extension: 'html' }))
// It is left where there is no cookie, and what it gives is not asked for.
app.use(Visits.middleware.verifyToken())
app.use(entrance.routes(), entrance.allowedMethods())

export default app
