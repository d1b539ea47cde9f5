import { FastifyInstance } from 'fastify'

// Whoever gets the request and the response may turn callers away.
export async function uploads(fastify: FastifyInstance, options: { server: UploadServer }) {
  // route: POST /uploads unknown
  fastify.post('/uploads', async (req, res) => {
    await options.server.handle(req.raw, res.raw)
  })
}
