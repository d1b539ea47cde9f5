export const autoPrefix = '/elsewhere'

export default async function (fastify) {
  // route: POST /loaded/elsewhere/things open
  fastify.post('/things', async () => ({}))
}
