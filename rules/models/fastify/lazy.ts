const plugin = async (fastify) => {
  // route: POST /lazy open
  fastify.post('/', async () => ({}))
}

export default plugin
