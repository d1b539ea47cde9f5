import Fastify from 'fastify'
import { registerAll } from './all'
import { verify } from './verify'

const app = Fastify()
registerAll(app)
app.addHook('preHandler', verify)
