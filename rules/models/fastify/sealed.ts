import { FastifyInstance } from 'fastify'
import { registerKeyAuth } from './plugins'

export default async function sealed(fastify: FastifyInstance) {
  registerKeyAuth(fastify)
  // route: DELETE /sealed authenticated
  fastify.delete('/sealed', async () => ({}))
}
