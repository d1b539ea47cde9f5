// route: POST /api/sent authenticated
export async function POST(request: Request) {
  return Response.json({})
}
