import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'

const checkSeal: FastifyPluginCallback = (fastify, _, done) => {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.headers.authorization) return reply.code(401).send({ error: 'Sign in', code: 401 })
  })
  done()
}

export const seal = fp(checkSeal)
