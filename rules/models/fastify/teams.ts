import type { FastifyInstance } from 'fastify'

export async function teamRoutes(fastify: FastifyInstance) {
  // route: POST /teams open
  fastify.post('/', async (request, reply) => reply.code(201).send({}))
  // route: DELETE /teams/:id authenticated
  fastify.delete('/:id', async (request, reply) => {
    if (!request.user) return reply.code(401).send({ error: 'Sign in', code: 401 })
    return {}
  })
}
