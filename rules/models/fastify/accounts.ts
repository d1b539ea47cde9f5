import { verify } from './verify'

export default async function (fastify, options) {
  // route: POST /accounts authenticated
  fastify.post('/accounts', async () => ({}))
  fastify.addHook('preHandler', verify)
}
