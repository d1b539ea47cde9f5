import type { FastifyInstance } from 'fastify'

// A function handed the application by another that was handed it.
export function invoiceRoutes(fastify: FastifyInstance) {
  // route: DELETE /invoices/:id authenticated
  fastify.delete('/invoices/:id', async (request, reply) => reply.send({}))
}
