// route: POST /api/cloned authenticated
export async function POST(request: Request) {
  return Response.json({})
}
