import { auth } from '@/auth'

// Auth.js tells the function that it is given who calls, and turns nobody away.
const handler = auth(async (request) => {
  const session = request.auth
  return Response.json(await run(session))
})

// route: GET /api/panel unknown
// route: POST /api/panel unknown
export { handler as GET, handler as POST }

// route: PUT /api/panel authenticated
export const PUT = auth((request) => {
  if (!request.auth) return Response.json({}, { status: 401 })
  return Response.json({})
})
