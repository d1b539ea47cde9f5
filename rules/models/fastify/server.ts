import Fastify from 'fastify'
import { teamRoutes } from './teams'
import accounts from './accounts'
import { verify } from './verify'
import { apart, signedIn, sometimes, wrapped } from './plugins'
import { uploads } from './raw'
import inline from './inline'
import sealed from './sealed'
import { seal } from './seal'
import byScope from '$fastify/hooks/byScope'
import pressure from '@fastify/under-pressure'

const app = Fastify({ logger: true })

app.decorate('authenticate', async (request, reply) => {
  await request.jwtVerify()
})

app.register((scope) => {
  scope.register(byScope)
  // route: PUT /letters unknown
  scope.put('/letters', { schema: { security: [{ oauth: ['letters'] }] } }, async (request, reply) => reply.send({}))
})

// route: GET /pressure open
app.register(pressure, { exposeStatusRoute: { url: '/pressure' } })

app.register((scope) => {
  scope.register(seal)
  // route: POST /letters authenticated
  scope.post('/letters', async (request, reply) => reply.send({}))
})

// route: GET /health open public
app.get('/health', async () => ({ ok: true }))
// route: POST /items open
app.post('/items', { schema: { body: {} } }, async (request, reply) => reply.send({}))
// route: PUT /items/:id authenticated
app.put('/items/:id', { onRequest: [app.authenticate] }, async (request, reply) => reply.send({}))
const guarded = { preHandler: verify, schema: {} }
// route: PATCH /items/:id authenticated
app.patch('/items/:id', guarded, async (request, reply) => reply.send({}))
// route: DELETE /items/:id authenticated
app.delete('/items/:id', { preHandler: app.auth([app.verifyKey]), handler: async () => ({}) })

// route: POST /notes authenticated
// route: PUT /notes authenticated
app.route({
  method: ['POST', 'PUT'],
  url: '/notes',
  preValidation: [verify],
  handler: async (request, reply) => reply.send({}),
})
// route: DELETE /notes open
app.route({
  method: 'DELETE',
  url: '/notes',
  async handler(request, reply) {
    reply.send({})
  },
})

app.register(teamRoutes, { prefix: '/teams' })
app.register(accounts)
app.register(import('./lazy'), { prefix: '/lazy' })

app.register(
  async (scope) => {
    scope.addHook('onRequest', verify)
    // route: POST /v1/secrets authenticated
    scope.post('/secrets', async () => ({}))
    scope.register(
      async (inner) => {
        // route: POST /v1/deep/things authenticated
        inner.post('/things', async () => ({}))
      },
      { prefix: '/deep' },
    )
  },
  { prefix: '/v1' },
)

app.register(inline)
app.register(sealed)
app.register(signedIn)
app.register(wrapped)
app.register(apart)
app.register(sometimes)
app.register(uploads, { server })

app.listen({ port: 3000 })
