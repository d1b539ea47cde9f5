import Fastify from 'fastify'

const app = Fastify()

// ruleid: auth/missing
app.post('/early', async () => ({}))

// ok: auth/missing
app.post('/guarded', { preHandler: [app.authenticate] }, async () => ({}))

// ok: auth/missing
app.route({ method: ['PUT', 'PATCH'], url: '/both', onRequest: requireUser, handler: async () => ({}) })

// ruleid: auth/missing
app.route({ method: 'POST', url: '/neither', handler: async () => ({}) })

// ok: auth/missing
app.post('/verified', async (request, reply) => {
  await request.jwtVerify()
  return {}
})

app.register(async (scope) => {
  scope.addHook('preHandler', async (request, reply) => {
    if (!request.session.user) return reply.code(401).send({ error: 'Sign in', code: 401 })
  })
  // ok: auth/missing
  scope.post('/scoped', async () => ({}))
})
