import fp from 'fastify-plugin'

function makeHook(route) {
  const scopes = route.schema?.security?.[0]?.oauth
  if (!scopes) return null
  return async (request, reply) => {
    await request.jwtVerify()
    if (!scopes.every((scope) => request.user.scopes.includes(scope))) return reply.code(403).send({})
  }
}

// Each route says by its schema whether it is guarded.
const byScope = (app, options, done) => {
  app.addHook('onRoute', (route) => {
    const hooks = [...(route.onRequest ?? [])]
    const own = makeHook(route)
    if (own) hooks.push(own)
    route.onRequest = hooks
  })
  done()
}

export default fp(byScope, { encapsulate: false })
