import bearer from '@fastify/bearer-auth'
import Fastify from 'fastify'

const app = Fastify()

app.register(async (scope) => {
  scope.register(bearer, { keys: new Set([process.env.KEY]) })
  // route: POST /keyed/boats authenticated
  scope.post('/boats', async () => ({}))
}, { prefix: '/keyed' })

// Each route is to ask for it by itself.
app.register(async (scope) => {
  scope.register(bearer, { addHook: false, keys: new Set([process.env.KEY]) })
  // route: POST /unhooked/boats open
  scope.post('/boats', async () => ({}))
}, { prefix: '/unhooked' })
