const Koa = require('koa')
const routes = require('./routes')

const app = new Koa()
routes(app)
