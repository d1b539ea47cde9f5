async function handler(request: Request) {
  return Response.json(await save(await request.json()))
}

// route: GET /api/again open
// route: POST /api/again open
export { handler as GET, handler as POST }
// route: HEAD /api/again open
export { GET as HEAD } from '../all/source'
