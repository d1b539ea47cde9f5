import { FastifyInstance } from 'fastify'
import { fromWeb } from './web'

export default async (fastify: FastifyInstance) => {
  // route: PUT /profile authenticated
  fastify.put('/profile', { preHandler: (req, res, done) => fromWeb(req, res, fastify, done) }, async () => ({}))
}
