import type { FastifyInstance } from 'fastify'
import { invoiceRoutes } from './invoices'

export function registerAll(fastify: FastifyInstance) {
  invoiceRoutes(fastify)
}
