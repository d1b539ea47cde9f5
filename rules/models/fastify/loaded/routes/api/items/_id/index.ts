export default async function (fastify) {
  // route: DELETE /loaded/api/items/:id authenticated
  fastify.delete('/', async () => ({}))
}
