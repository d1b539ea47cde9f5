import Koa from 'koa'
import helmet from 'koa-helmet'
import jwt from 'koa-jwt'
import ratelimit from 'koa-ratelimit'
import { routes } from './routes'

const app = new Koa()

app
  .use(jwt({ secret: process.env.SECRET }))
  // ruleid: structure/middleware-order
  .use(ratelimit({ driver: 'memory', db: new Map() }))
  // ruleid: structure/middleware-order
  .use(helmet())
  // ok: structure/middleware-order
  .use(routes())
