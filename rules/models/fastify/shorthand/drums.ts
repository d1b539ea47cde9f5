import { FastifyInstance } from 'fastify'

export default async function drums(fastify: FastifyInstance): Promise<void> {
  // route: GET /drums/:id open
  fastify.get('/:id', async () => ({}))
}
