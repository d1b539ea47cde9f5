export default async function (fastify) {
  // route: GET /loaded open
  fastify.get('/', async () => ({ ok: true }))
}
