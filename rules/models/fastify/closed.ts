import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { registerAll } from './all'
import { verify } from './verify'

const app = Fastify()
registerAll(app)
app.addHook('preHandler', verify)

// A plugin for the whole application, registered after what it may stand before.
const late = Fastify()
late.register(async (scope) => {
  await late.register(guard)
  // route: DELETE /late unknown
  scope.delete('/late', async () => ({}))
})

const guard = fp(async (fastify) => {
  fastify.addHook('preHandler', verify)
})
