import Fastify from 'fastify'
import helmet from '@fastify/helmet'
import drums from './drums'

const app = Fastify()
await app.register(helmet, { global: true })
const prefix = '/drums'
app.register(drums, { prefix })
