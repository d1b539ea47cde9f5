import { readSession } from './session'

export async function authorizeTeam(id: string) {
  const session = await readSession()
  if (!session || session.teamId !== id) throw new UnauthorizedError()
}

export const withMember = (handler) => async (req, context) => {
  const session = await readSession()
  if (!session) return Response.json({ error: 'Sign in', code: 401 }, { status: 401 })
  return handler(req, context, session)
}

export const withTiming = (handler) => async (req, context) => {
  const start = performance.now()
  const response = await handler(req, context)
  console.log(performance.now() - start)
  return response
}
