import { auth } from '@clerk/nextjs/server'

// Who asks for the session has somebody signed in, whatever the path is called.
// route: GET /api/metrics authenticated public
export async function GET() {
  const { userId } = await auth()
  if (!userId) return Response.json({ error: 'Unauthorized' }, { status: 401 })
  return Response.json([])
}
