import Fastify from 'fastify'

const fastify = Fastify()

fastify.get('/orders/:id', async (request, reply) => {
  // ruleid: api/error-envelope
  if (!request.params.id) return reply.code(400).send({ message: 'An id is needed' })
  // ok: api/error-envelope
  if (request.params.id === '1') return reply.status(404).send({ error: 'No such order', code: 404 })
  // ok: api/error-envelope
  if (request.params.id === '2') return reply.code(404).send()
  // ruleid: api/error-envelope
  if (request.params.id === '3') return reply.code(403).header('x-reason', 'role').send({ reason: 'role' })
  // ruleid: api/error-envelope
  if (request.params.id === '4') return reply.notFound('No such order')
  // ruleid: api/error-envelope
  if (request.params.id === '6') throw fastify.httpErrors.conflict('Taken')
  if (request.params.id === '5') {
    reply.code(404)
    // ruleid: api/error-envelope
    return { message: 'No such order' }
  }
  // ok: api/error-envelope
  return { id: request.params.id, message: 'found' }
})

fastify.route({
  method: 'GET',
  url: '/users/:id',
  handler: async (request, reply) => {
    reply.code(404)
    // ruleid: api/error-envelope
    return { message: 'No such user' }
  },
})
