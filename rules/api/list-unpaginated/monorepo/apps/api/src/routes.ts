import type { FastifyInstance } from 'fastify'
import { carriers, listShipments, pageShipments } from '@freight/db'

export async function routes(app: FastifyInstance) {
  app.get('/shipments', async () => listShipments())
  app.get('/shipments/page', async () => pageShipments())
  app.get('/carriers', async () => carriers.all())
}
