// Another program proved itself before; strangers are not to know that there is anything.
export default async function (fastify) {
  fastify.addHook('preHandler', async (req, res) => {
    if (!req.service) {
      return res.status(404).send()
    }
  })

  // route: POST /programs authenticated
  fastify.post('/programs', async () => ({}))
}
