import Fastify from 'fastify'

const app = Fastify()

const routes = [
  // route: GET /tabled/boxes open
  { method: 'GET', url: '/tabled/boxes', handler: async () => [] },
  // route: POST /tabled/boxes authenticated
  { method: 'POST', url: '/tabled/boxes', onRequest: [verifyToken], handler: async () => ({}) },
]

async function verifyToken(request, reply) {
  if (!request.headers.authorization) return reply.code(401).send()
  await request.jwtVerify()
}

routes.forEach((route) => app.route(route))
