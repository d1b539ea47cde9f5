export default async function (fastify) {
  // Who registers the plugin itself is not seen, although there are applications.
  // route: GET /loaded unknown
  fastify.get('/', async () => ({ ok: true }))
}
