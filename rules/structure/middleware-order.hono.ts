import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { jwt } from 'hono/jwt'
import { secureHeaders } from 'hono/secure-headers'

const app = new Hono()
// A star is every path.
app.use('*', jwt({ secret: process.env.JWT_SECRET! }))
// ruleid: structure/middleware-order
app.use('*', secureHeaders())
// ok: structure/middleware-order
app.use('/files/*', cors())
app.get('/users', (c) => c.json([]))

const back = new Hono()
// Who asks for a role asks for somebody who is known.
back.use(requireRole('admin'))
// ruleid: structure/middleware-order
back.use(authenticate)
back.get('/users', (c) => c.json([]))

const front = new Hono()
front.use(authenticate)
// ok: structure/middleware-order
front.use(requireRole('admin'))
front.get('/users', (c) => c.json([]))

const documented = new Hono()
// What is met first is for everybody.
documented.get('/', (c) => c.html(docs))
documented.get('/openapi.json', (c) => c.json(schema))
// ok: structure/middleware-order
documented.use('/*', authenticate)
documented.get('/users', (c) => c.json([]))
