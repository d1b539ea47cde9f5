export const autoPrefix = '/elsewhere'

export default async function (fastify) {
  // route: POST /loaded/elsewhere/things unknown
  fastify.post('/things', async () => ({}))
}
