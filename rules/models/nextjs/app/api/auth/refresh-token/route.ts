import { getSession } from '../../../../lib/session'

// route: POST /api/auth/refresh-token authenticated public
export async function POST() {
  const session = await getSession()
  if (!session?.user) return Response.json({ error: 'Sign in again' }, { status: 401 })
  return Response.json({ user: session.user.id })
}
