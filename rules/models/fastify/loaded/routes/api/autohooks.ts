export default async function (fastify) {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.session.user) reply.code(401).send()
  })
}
