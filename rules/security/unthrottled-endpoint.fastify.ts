import Fastify from 'fastify'

const app = Fastify()
app.register(import('@fastify/rate-limit'), { max: 100, timeWindow: '1 minute' })

// ok: security/unthrottled-endpoint
app.post('/login', async (request, reply) => reply.send({}))

const bare = Fastify()
bare.register(import('@fastify/cors'))

// ruleid: security/unthrottled-endpoint
bare.post('/login', async (request, reply) => reply.send({}))
