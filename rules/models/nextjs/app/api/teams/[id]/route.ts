import { getServerSession } from 'next-auth'
import { authorizeTeam } from '@/lib/access'

// route: PUT /api/teams/[id] authenticated
export async function PUT(req: Request, { params }) {
  const session = await getServerSession(options)
  if (!session) return new Response('Unauthorized', { status: 401 })
  return Response.json({})
}

// route: DELETE /api/teams/[id] authenticated
export const DELETE = async (req: Request, { params }) => {
  await authorizeTeam(params.id)
  return new Response(null, { status: 204 })
}
