export const verify = async (request, reply) => {
  const session = request.headers['x-session']
  if (!(await sessions.has(session))) reply.code(401).send({ error: 'Sign in', code: 401 })
}
