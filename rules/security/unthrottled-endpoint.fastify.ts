import Fastify from 'fastify'

const app = Fastify()
app.register(import('@fastify/rate-limit'), { max: 100, timeWindow: '1 minute' })

// ok: security/unthrottled-endpoint
app.post('/login', async (request, reply) => reply.send({}))

const bare = Fastify()
bare.register(import('@fastify/cors'))

// ruleid: security/unthrottled-endpoint
bare.post('/login', async (request, reply) => reply.send({}))

// A limiter that holds for those alone that ask for it.
const asked = Fastify()
asked.register(import('@fastify/rate-limit'), { global: false })

// ok: security/unthrottled-endpoint
asked.post('/login', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async (request, reply) => reply.send({}))
// ruleid: security/unthrottled-endpoint
asked.post('/signup', async (request, reply) => reply.send({}))
// ruleid: security/unthrottled-endpoint
asked.post('/password-reset', { config: { rateLimit: false } }, async (request, reply) => reply.send({}))
