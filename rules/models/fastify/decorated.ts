import Fastify from 'fastify'
import jwt from '@fastify/jwt'

// A hook of all routes that the application itself was given.
const app = Fastify()
app.register(jwt, { secret: process.env.JWT_SECRET })
app.decorate('authenticate', async (request) => {
  await request.jwtVerify()
})
app.addHook('onRequest', app.authenticate)
// route: POST /cards authenticated
app.post<{ Body: Card }>('/cards', async (request, reply) => reply.code(201).send({}))
