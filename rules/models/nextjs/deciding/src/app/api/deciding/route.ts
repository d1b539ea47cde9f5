// route: POST /api/deciding unknown
export async function POST(request: Request) {
  return Response.json({})
}
