import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'

const late = Fastify()
await late.register(rateLimit)
// ruleid: structure/middleware-order
await late.register(helmet)

const timely = Fastify()
await timely.register(helmet)
// ok: structure/middleware-order
await timely.register(cors, { origin: 'https://example.com' })
await timely.register(rateLimit)
