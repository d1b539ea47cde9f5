import { HTTPException } from 'hono/http-exception'

export const teamOf = async (c) => {
  const header = c.req.header('Authorization')
  if (!header) throw new HTTPException(401)
  return findTeam(header)
}
