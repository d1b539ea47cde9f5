const plugin = async (fastify) => {
  // route: POST /loaded/api/items authenticated
  fastify.post('/', async () => ({}))
}

export default plugin
